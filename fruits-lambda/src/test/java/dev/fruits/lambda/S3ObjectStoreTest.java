package dev.fruits.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.aws.s3.S3Location;
import dev.fruits.aws.s3.S3Objects;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

class S3ObjectStoreTest {
    private final S3Stub s3;
    private final S3ObjectStore objects;

    S3ObjectStoreTest() throws IOException {
        s3 = new S3Stub();
        objects = new S3ObjectStore(S3Objects.over(() -> client(s3.address())));
    }

    private static S3Client client(URI address) {
        return S3Client.builder()
                .endpointOverride(address)
                .region(Region.EU_WEST_3)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .overrideConfiguration(options -> options.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
    }

    @AfterEach
    void stop() {
        s3.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.jpg", "a b+c.jpg", "100%.jpg", "%41.jpg", "pêche/🍎.jpg", "a&b=\"c\"?#.jpg"})
    void an_object_is_read_by_its_own_key(String key) throws IOException {
        s3.with("photos", key, key.getBytes(StandardCharsets.UTF_8));

        assertThat(objects.read(new S3Location("photos", key), 100)).asString().isEqualTo(key);
    }

    @Test
    void of_a_larger_object_only_the_first_bytes_are_read() throws IOException {
        s3.with("photos", "large.jpg", new byte[50_000_000]);

        assertThat(objects.read(new S3Location("photos", "large.jpg"), 10)).hasSize(10);
        assertThat(objects.read(new S3Location("photos", "large.jpg"), 0)).isEmpty();
    }

    @Test
    void a_missing_object_is_one_line_with_bucket_key_and_request_id() {
        assertThatThrownBy(() -> objects.read(new S3Location("photos", "no such.jpg"), 10))
                .isInstanceOf(IOException.class)
                .hasMessage("s3://photos/no such.jpg: NoSuchKey (404), request id 4442587FB7D0A2F9; the function tries"
                        + " again when Lambda does");
    }

    @Test
    void denied_access_is_one_line_with_bucket_key_request_id_and_remedy() {
        assertThatThrownBy(() -> objects.read(new S3Location("forbidden", "a.jpg"), 10))
                .isInstanceOf(IOException.class)
                .hasMessage("s3://forbidden/a.jpg: AccessDenied (403), request id 4442587FB7D0A2F9; allow the"
                        + " function's role s3:GetObject on it (and s3:ListBucket, so that a missing one is told)");
    }

    @Test
    void a_store_that_does_not_answer_is_one_line() {
        s3.close();

        assertThatThrownBy(() -> objects.read(new S3Location("photos", "a.jpg"), 10))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("s3://photos/a.jpg: not read, as S3 did not answer (")
                .hasMessageEndingWith("; request id unknown");
    }
}
