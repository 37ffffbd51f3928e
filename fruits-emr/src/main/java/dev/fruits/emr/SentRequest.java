package dev.fruits.emr;

import dev.fruits.core.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.emr.EmrClient;
import software.amazon.awssdk.services.emr.model.RunJobFlowRequest;

/** What the SDK would send, caught before it is sent. */
final class SentRequest {
    private SentRequest() {}

    /** The body of the request, indented. */
    static String json(RunJobFlowRequest request) {
        return Json.write(Json.parse("request", body(request)));
    }

    /** The body of the request, to the byte. */
    static String body(RunJobFlowRequest request) {
        Caught caught = new Caught();
        try (EmrClient client = EmrClient.builder()
                .region(Region.EU_WEST_3)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClient(caught)
                .build()) {
            client.runJobFlow(request);
        }
        return caught.body;
    }

    /** Keeps the body of the request and answers with nothing. */
    private static final class Caught implements SdkHttpClient {
        private String body = "";

        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            body = request.contentStreamProvider().map(Caught::read).orElse("");
            return new ExecutableHttpRequest() {
                @Override
                public HttpExecuteResponse call() {
                    return HttpExecuteResponse.builder()
                            .response(SdkHttpResponse.builder().statusCode(200).build())
                            .responseBody(AbortableInputStream.create(
                                    new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8))))
                            .build();
                }

                @Override
                public void abort() {
                    // nothing is under way
                }
            };
        }

        private static String read(ContentStreamProvider content) {
            try (InputStream in = content.newStream()) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
