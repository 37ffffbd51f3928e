package dev.fruits.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.aws.server.Fault;
import dev.fruits.aws.server.FaultyProxy;
import dev.fruits.aws.server.S3Server;
import dev.fruits.core.image.ImageReader;
import dev.fruits.core.image.ImageRef;
import dev.fruits.core.image.ImageRejectedException;
import dev.fruits.core.image.ImageSource;
import dev.fruits.core.image.Location;
import dev.fruits.core.store.StoreSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkSystemSetting;

/** What becomes of a listing and of reads when the network or the store is bad. */
class S3FaultsTest {
    private static final byte[] PHOTO = new byte[200_000];

    private final String prefix = SharedServer.newPrefix();
    private FaultyProxy proxy;
    private ImageSource source;

    @BeforeEach
    void a_source_behind_a_proxy() throws IOException {
        System.setProperty(SdkSystemSetting.AWS_MAX_ATTEMPTS.property(), "3");
        new Random(1).nextBytes(PHOTO);
        SharedServer.put(prefix + "/a/1.jpg", PHOTO);
        SharedServer.put(prefix + "/a/2.jpg", PHOTO);
        proxy = SharedServer.proxy();
        source = new S3ImageSource(SharedServer.location(prefix), SharedServer.through(proxy));
    }

    @AfterEach
    void no_proxy() {
        System.clearProperty(SdkSystemSetting.AWS_MAX_ATTEMPTS.property());
        proxy.close();
    }

    private static byte[] read(ImageSource source, ImageRef image) throws IOException, ImageRejectedException {
        try (ImageReader reader = source.openReader();
                InputStream bytes = reader.read(image).open()) {
            return bytes.readAllBytes();
        }
    }

    private List<ImageRef> images() throws IOException {
        return source.list().images();
    }

    @Test
    void a_listing_that_is_throttled_is_asked_for_again() throws IOException {
        proxy.fault("GET", "list-type=2", 1, 2, Fault.slowDown());

        assertThat(images()).hasSize(2);
    }

    @Test
    void a_read_is_repeated_when_the_store_is_busy_or_fails() throws Exception {
        List<ImageRef> images = images();
        proxy.fault("GET", "1\\.jpg", 1, 1, Fault.slowDown())
                .fault("GET", "1\\.jpg", 1, 1, Fault.error(500, "InternalError"));

        assertThat(read(source, images.get(0))).isEqualTo(PHOTO);
        assertThat(proxy.count("GET", "1\\.jpg")).isEqualTo(3);
    }

    @Test
    void a_read_is_repeated_when_the_connection_breaks() throws Exception {
        List<ImageRef> images = images();
        proxy.fault("GET", "1\\.jpg", 1, 2, new Fault.Reset());

        assertThat(read(source, images.get(0))).isEqualTo(PHOTO);
    }

    @Test
    void half_a_photograph_is_never_taken_for_the_whole() throws Exception {
        List<ImageRef> images = images();
        proxy.fault("GET", "1\\.jpg", 1, 2, new Fault.Truncated(100_000));

        assertThat(read(source, images.get(0))).isEqualTo(PHOTO);
        assertThat(proxy.count("GET", "1\\.jpg")).isEqualTo(3);
    }

    @Test
    void a_body_that_breaks_off_each_time_is_one_line() throws IOException {
        List<ImageRef> images = images();
        proxy.always("GET", "1\\.jpg", new Fault.Truncated(100_000));

        assertThatThrownBy(() -> read(source, images.get(0)))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(
                        "images s3://fruits/" + prefix + "/a/1.jpg: connection lost after every retry (")
                .hasMessageEndingWith("; check the network, then run again with --resume");
        assertThat(proxy.count("GET", "1\\.jpg")).isEqualTo(3);
    }

    @Test
    void a_store_that_stays_busy_is_one_line() throws IOException {
        List<ImageRef> images = images();
        proxy.always("GET", "1\\.jpg", Fault.slowDown());

        assertThatThrownBy(() -> read(source, images.get(0)))
                .isInstanceOf(IOException.class)
                .hasMessage("images s3://fruits/" + prefix
                        + "/a/1.jpg: the store still throttles requests after every retry (503"
                        + " SlowDown); run again later with --resume, or with fewer --threads (request ID TOLD)");
    }

    @Test
    void a_slow_answer_is_waited_for() throws Exception {
        List<ImageRef> images = images();
        proxy.fault("GET", "1\\.jpg", 1, 1, new Fault.Late(Duration.ofMillis(500)));

        assertThat(read(source, images.get(0))).isEqualTo(PHOTO);
        assertThat(proxy.count("GET", "1\\.jpg")).isEqualTo(1);
    }

    @Test
    void credentials_that_expire_between_listing_and_reading_are_one_line() throws IOException {
        List<ImageRef> images = images();
        proxy.always("GET", "1\\.jpg", Fault.expiredToken());

        assertThatThrownBy(() -> read(source, images.get(0)))
                .isInstanceOf(IOException.class)
                .hasMessage("images s3://fruits/" + prefix + "/a/1.jpg: the credentials have expired; renew them"
                        + " (aws sso login, or new session tokens) and run again (request ID TOLD)");
        assertThat(proxy.count("GET", "1\\.jpg")).isEqualTo(1);
    }

    @Test
    void an_object_that_is_deleted_while_it_is_asked_for_is_a_rejection() throws Exception {
        List<ImageRef> images = images();
        proxy.fault("GET", "1\\.jpg", 1, 1, new Fault.Meanwhile(() -> SharedServer.delete(prefix + "/a/1.jpg")));

        assertThatThrownBy(() -> read(source, images.get(0)))
                .isInstanceOf(ImageRejectedException.class)
                .hasMessageContaining("gone since the listing");
        assertThat(read(source, images.get(1))).isEqualTo(PHOTO);
    }

    @Test
    void an_object_that_is_archived_without_the_listing_telling_is_a_rejection() throws IOException {
        List<ImageRef> images = images();
        proxy.always("GET", "1\\.jpg", Fault.error(403, "InvalidObjectState"));

        assertThatThrownBy(() -> read(source, images.get(0)))
                .isInstanceOf(ImageRejectedException.class)
                .hasMessageContaining("archived; restore it first");
    }

    @Test
    void a_refusal_to_read_is_a_failure_of_the_store_and_not_of_one_image() throws IOException {
        List<ImageRef> images = images();
        proxy.always("GET", "1\\.jpg", Fault.error(403, "AccessDenied"));

        assertThatThrownBy(() -> read(source, images.get(0)))
                .isInstanceOf(IOException.class)
                .hasMessage("images s3://fruits/" + prefix
                        + "/a/1.jpg: access denied: grant s3:GetObject to these credentials, or use others"
                        + " (AWS_PROFILE); pass --requester-pays if the bucket's readers pay (request ID TOLD)");
    }

    @Test
    void an_object_that_its_key_does_not_open_is_a_rejection_with_the_reason() throws Exception {
        List<ImageRef> images = images();
        String denied = "User: arn:aws:iam::1:user/x is not authorized to perform: kms:Decrypt on the resource";
        String customer = "The object was stored using a form of Server Side Encryption. The correct parameters must be"
                + " provided to retrieve the object.";
        proxy.fault("GET", "1\\.jpg", 1, 1, Fault.error(403, "AccessDenied", denied, Map.of()))
                .fault("GET", "1\\.jpg", 1, 1, Fault.error(400, "InvalidRequest", customer, Map.of()))
                .fault("GET", "1\\.jpg", 1, 1, Fault.error(400, "KMS.DisabledException"));

        for (String reason : List.of(
                "access denied: grant kms:Decrypt on the KMS key to these credentials",
                "encrypted with a customer-provided key (SSE-C), which is not supported",
                "its KMS key cannot be used (KMS.DisabledException); enable the key, or give another --kms-key")) {
            assertThatThrownBy(() -> read(source, images.get(0)))
                    .isInstanceOf(ImageRejectedException.class)
                    .hasMessageContaining(reason);
        }
        assertThat(read(source, images.get(0))).isEqualTo(PHOTO);
    }

    @Test
    void a_response_that_is_not_one_of_s3_is_one_line() throws IOException {
        List<ImageRef> images = images();
        String page = "<html><body><h1>503 Service Unavailable</h1></body></html>";
        proxy.always("GET", "1\\.jpg", new Fault.Answer(503, page, Map.of()))
                .always("GET", "2\\.jpg", new Fault.Answer(403, "", Map.of()))
                .always("GET", "list-type=2", new Fault.Answer(400, "", Map.of()));
        String begin = "images s3://fruits/" + prefix;

        assertThatThrownBy(() -> read(source, images.get(0)))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(begin + "/a/1.jpg: the store still throttles requests after every retry (503");
        assertThatThrownBy(() -> read(source, images.get(1)))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(begin + "/a/2.jpg: access denied: grant s3:GetObject");
        assertThatThrownBy(source::list)
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(begin + ": the store rejected the request (400");
    }

    @Test
    void an_upload_that_a_proxy_answers_with_a_page_is_one_line() throws IOException {
        proxy.always("POST", "uploads", new Fault.Answer(200, "<html></html>", Map.of()));

        assertThatThrownBy(() -> new S3ResultStore(SharedServer.location(prefix), SharedServer.through(proxy))
                        .stage("features", 0, 0, ".parquet"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(": the response is not one of S3, parts of it are missing; check --endpoint and"
                        + " the proxy");
    }

    @Test
    void a_refusal_to_list_is_one_line() {
        proxy.always("GET", "list-type=2", Fault.error(403, "AccessDenied"));

        assertThatThrownBy(source::list)
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(
                        "images s3://fruits/" + prefix + ": access denied: grant s3:ListBucket to these credentials");
    }

    @Test
    void a_wrong_key_is_one_line_without_it() throws IOException {
        System.setProperty("aws.secretAccessKey", "not-the-secret");
        try {
            assertThatThrownBy(source::list)
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("images s3://fruits/" + prefix + ": AWS does not know these credentials;")
                    .hasMessageNotContainingAny("AKIAFRUITSPLANTED123", "not-the-secret", "plantedSecret");
        } finally {
            SharedServer.server();
        }
    }

    @Test
    void no_credentials_are_one_line(@TempDir Path empty) throws IOException {
        SharedServer.forgetCredentials();
        System.setProperty("aws.sharedCredentialsFile", empty.resolve("none").toString());
        try {
            assertThatThrownBy(source::list)
                    .isInstanceOf(IOException.class)
                    .hasMessage(
                            "images s3://fruits/" + prefix + ": no AWS credentials on this machine; set AWS_PROFILE or"
                                    + " AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, run 'aws configure', or give the machine a"
                                    + " role");
        } finally {
            System.clearProperty("aws.sharedCredentialsFile");
            SharedServer.server();
        }
    }

    @Test
    void a_store_that_is_not_there_is_one_line() throws IOException {
        StoreSettings nowhere =
                new StoreSettings("us-east-1", "http://127.0.0.1:" + S3Server.freePort(), true, null, null, null);

        assertThatThrownBy(new S3ImageSource(new Location("s3://fruits/x"), nowhere)::list)
                .isInstanceOf(IOException.class)
                .hasMessage("images s3://fruits/x: connection refused; check --endpoint and the network");
    }

    @Test
    void many_listings_and_heads_run_at_once() throws IOException {
        for (int folder = 0; folder < 20; folder++) {
            SharedServer.put(prefix + "/folder " + folder + "/1.jpg", PHOTO);
            SharedServer.put(prefix + "/folder " + folder + "/notes.txt", PHOTO);
        }
        proxy.latency(Duration.ofMillis(100));

        assertThat(source.list().total()).isEqualTo(42);
        assertThat(proxy.mostAtOnce()).isBetween(8, 16);
    }
}
