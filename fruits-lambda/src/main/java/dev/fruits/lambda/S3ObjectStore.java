package dev.fruits.lambda;

import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Amazon S3, or what {@code AWS_ENDPOINT_URL_S3} names. Its client is made when the first object is read, and kept. */
final class S3ObjectStore implements ObjectStore {
    private final Supplier<S3Client> clients;
    private @Nullable S3Client client;

    S3ObjectStore(Supplier<S3Client> clients) {
        this.clients = clients;
    }

    /** Region, credentials and endpoint as the environment tells the SDK. */
    static S3ObjectStore ofEnvironment() {
        return new S3ObjectStore(S3Client::create);
    }

    @Override
    public byte[] read(ObjectName name, int limit) throws IOException {
        GetObjectRequest request =
                GetObjectRequest.builder().bucket(name.bucket()).key(name.key()).build();
        try (ResponseInputStream<GetObjectResponse> stream = client().getObject(request)) {
            byte[] bytes = stream.readNBytes(limit);
            if (stream.response().contentLength() > limit) {
                stream.abort(); // closing would read the rest
            }
            return bytes;
        } catch (S3Exception e) {
            throw new IOException(refused(name, e), e);
        } catch (SdkException | IOException e) {
            throw new IOException(
                    name + ": not read, as S3 did not answer (" + firstLine(e) + "); request id unknown", e);
        }
    }

    private S3Client client() {
        S3Client made = client == null ? clients.get() : client;
        client = made;
        return made;
    }

    /** {@code s3://photos/a.jpg: NoSuchKey (404), request id 4442587FB7D0A2F9; …}. */
    private static String refused(ObjectName name, S3Exception e) {
        AwsErrorDetails details = e.awsErrorDetails();
        String code = details == null || details.errorCode() == null ? "refused" : details.errorCode();
        String remedy = e.statusCode() == 403
                ? "; allow the function's role s3:GetObject on it (and s3:ListBucket, so that a missing one is told)"
                : "; the function tries again when Lambda does";
        return name + ": " + code + " (" + e.statusCode() + "), request id " + e.requestId() + remedy;
    }

    private static String firstLine(Exception e) {
        String message = e.getMessage();
        return message == null
                ? e.getClass().getSimpleName()
                : message.lines().findFirst().orElse("").strip();
    }
}
