package dev.fruits.emr;

import dev.fruits.core.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.emr.EmrClient;
import software.amazon.awssdk.services.emr.model.RunJobFlowRequest;

/** What the SDK would send, kept before it is sent. */
final class SentRequest implements ExecutionInterceptor {
    private String body = "";

    private SentRequest() {}

    /** The body of the request, indented. */
    static String json(RunJobFlowRequest request) {
        return Json.write(Json.parse("request", body(request)));
    }

    /** The body of the request, to the byte. */
    static String body(RunJobFlowRequest request) {
        SentRequest sent = new SentRequest();
        try (EmrClient client = EmrClient.builder()
                .region(Region.EU_WEST_3)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .overrideConfiguration(settings -> settings.addExecutionInterceptor(sent))
                .build()) {
            client.runJobFlow(request);
            throw new IllegalStateException("sent");
        } catch (SdkClientException notSent) {
            return sent.body;
        }
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        try (InputStream in =
                context.requestBody().orElseThrow().contentStreamProvider().newStream()) {
            body = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw SdkClientException.create("not sent");
    }
}
