package dev.fruits.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.aws.server.Fault;
import dev.fruits.aws.server.FaultyProxy;
import dev.fruits.core.RunFailedException;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.sink.Document;
import dev.fruits.core.sink.StagedPart;
import dev.fruits.core.sink.StoredPart;
import dev.fruits.core.sink.WriteReceipt;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a store that fails, once or for good, leaves of results. */
class S3ResultStoreFaultsTest {
    private static final String SUFFIX = ".bytes";
    private static final Document OLD = new Document("manifest.json", "old");
    private static final Document NEW = new Document("manifest.json", "new");
    private static final Document REJECTS = new Document("rejects/rejects.csv", "new");
    private static final String PIECE = "partNumber=2";
    private static final String COMPLETION = "\\?uploadId=";

    private final String prefix = SharedServer.newPrefix();
    private final ResultPrefix place = new ResultPrefix(prefix);
    private final String out = "s3://fruits/" + prefix;
    private FaultyProxy proxy;
    private S3ResultStore store;

    @BeforeEach
    void a_proxy_stands_before_the_store() throws IOException {
        System.setProperty("aws.maxAttempts", "2");
        SharedServer.server();
        proxy = SharedServer.proxy();
        store = new S3ResultStore(SharedServer.location(prefix), SharedServer.through(proxy));
        store.prepare();
    }

    @AfterEach
    void close() {
        System.clearProperty("aws.maxAttempts");
        proxy.close();
    }

    static Stream<Fault> passing() {
        return Stream.of(
                Fault.slowDown(), Fault.error(500, "InternalError"), new Fault.Reset(), new Fault.LostAnswer());
    }

    @ParameterizedTest
    @MethodSource("passing")
    void what_fails_once_is_sent_again(Fault fault) throws IOException {
        proxy.fault("POST", "uploads", 1, 1, fault)
                .fault("PUT", PIECE, 1, 1, fault)
                .fault("POST", COMPLETION, 1, 1, fault)
                .fault("PUT", "manifest.json", 1, 1, fault)
                .fault("PUT", "_SUCCESS", 1, 1, fault);

        WriteReceipt receipt = staged(0, 20_000_000);
        store.publish(List.of(receipt), List.of(NEW));

        assertThat(read(store, only())).isEqualTo(bytes(20_000_000));
        assertThat(store.text("manifest.json")).contains("new");
        assertThat(place.entries()).hasSize(3).contains("_SUCCESS");
        assertThat(proxy.count("PUT", PIECE)).isEqualTo(2);
    }

    @Test
    void a_piece_that_cannot_be_sent_is_one_line_and_leaves_nothing() throws IOException {
        proxy.always("PUT", PIECE, Fault.slowDown());

        try (StagedPart part = store.stage("features", 0, 0, SUFFIX)) {
            assertThatThrownBy(() -> part.write(bytes(20_000_000), 0, 20_000_000))
                    .isInstanceOf(IOException.class)
                    .hasMessageMatching("out " + out + "/features/part-00000-[0-9a-f-]{36}\\.bytes: the store still"
                            + " throttles requests after every retry \\(503 SlowDown\\); run again later with"
                            + " --resume, or with fewer --threads \\(request ID TOLD\\)");
            assertThat(place.objects()).isEmpty();
        }

        assertThat(place.entries()).isEmpty();
    }

    @Test
    void earlier_results_come_back_where_a_part_cannot_be_completed() throws IOException {
        List<String> before = earlier();
        List<WriteReceipt> receipts = new ArrayList<>();
        for (int partition = 0; partition < 20; partition++) {
            receipts.add(staged(partition, 10));
        }
        proxy.fault("POST", COMPLETION, 5, 1000, Fault.error(500, "InternalError"));

        assertFails(
                () -> store.publish(receipts, List.of(NEW, REJECTS)),
                "the store still fails after every retry (500 InternalError)");
        store.abandon();

        assertThat(place.entries()).isEqualTo(before);
        assertThat(store.text("manifest.json")).contains("old");
        assertThat(store.text("rejects/rejects.csv")).isEmpty();
    }

    @Test
    void earlier_results_come_back_where_a_document_cannot_be_written() throws IOException {
        List<String> before = earlier();
        WriteReceipt receipt = staged(0, 10);
        proxy.always("PUT", "rejects.csv", Fault.error(403, "AccessDenied"));

        assertFails(
                () -> store.publish(List.of(receipt), List.of(NEW, REJECTS)),
                "access denied: grant s3:PutObject to these credentials, or use others (AWS_PROFILE)");
        store.abandon();

        assertThat(place.entries()).isEqualTo(before);
        assertThat(store.text("manifest.json")).contains("old");
    }

    @Test
    void without_the_last_step_there_is_no_marker_and_the_next_run_replaces_everything() throws IOException {
        earlier();
        WriteReceipt receipt = staged(0, 10);
        proxy.fault("PUT", at("_SUCCESS"), 1, 2, Fault.slowDown());

        assertFails(() -> store.publish(List.of(receipt), List.of(NEW)), "the store still throttles requests");
        store.abandon();
        assertThat(store.isFinished()).isFalse();
        assertThat(store.holdsResults()).isTrue();

        store.prepare();
        store.publish(List.of(staged(0, 30)), List.of(NEW));
        assertThat(place.entries()).hasSize(3);
        assertThat(only().size()).isEqualTo(30);
    }

    @Test
    void credentials_that_have_expired_at_the_commit_change_nothing() throws IOException {
        List<String> before = earlier();
        WriteReceipt receipt = staged(0, 10);
        proxy.fault("PUT", ".", 1, 1000, Fault.expiredToken());

        assertFails(() -> store.publish(List.of(receipt), List.of(NEW)), "the credentials have expired; renew them");
        store.abandon();

        assertThat(place.entries()).isEqualTo(before);
        assertThat(store.text("manifest.json")).contains("old");
    }

    @Test
    void credentials_that_expire_half_way_leave_no_marker_and_the_next_run_replaces_everything() throws IOException {
        earlier();
        WriteReceipt receipt = staged(0, 10);
        proxy.always("PUT", at("manifest.json"), Fault.expiredToken())
                .always("PUT", at("_SUCCESS"), Fault.expiredToken());

        assertFails(() -> store.publish(List.of(receipt), List.of(NEW)), "the credentials have expired; renew them");
        store.abandon();
        assertThat(store.isFinished()).isFalse();

        S3ResultStore again = new S3ResultStore(
                SharedServer.location(prefix), SharedServer.server().settings());
        again.prepare();
        again.publish(List.of(staged(again, 0, 30)), List.of(NEW));
        assertThat(place.entries()).hasSize(3);
        assertThat(again.text("manifest.json")).contains("new");
    }

    @Test
    void a_bucket_that_goes_during_the_run_is_named() throws IOException {
        WriteReceipt receipt = staged(0, 10);
        proxy.always("GET", "uploads", Fault.error(404, "NoSuchBucket"));

        assertThatThrownBy(() -> store.publish(List.of(receipt), List.of(NEW)))
                .isInstanceOf(WrongUseException.class)
                .hasMessageStartingWith("out " + out + ": bucket 'fruits' not found; check its name");
    }

    @Test
    void a_place_that_cannot_be_written_to_ends_the_run_before_its_work() {
        proxy.always("POST", "uploads", Fault.error(403, "AccessDenied"));

        assertFails(store::prepare, "access denied: grant s3:PutObject to these credentials");
    }

    @Test
    void a_disabled_key_ends_the_run_before_its_work() {
        proxy.always("POST", "uploads", Fault.error(400, "KMS.DisabledException"));

        assertFails(
                store::prepare,
                "its KMS key cannot be used (KMS.DisabledException); enable the key, or give another --kms-key");
    }

    @Test
    void an_upload_that_another_run_removed_is_named() throws IOException {
        try (StagedPart part = store.stage("features", 0, 0, SUFFIX)) {
            part.write(bytes(10), 0, 10);
            proxy.always("PUT", "partNumber=1", Fault.error(404, "NoSuchUpload"));

            assertFails(part::finish, "the upload no longer exists; use a separate --out for each run");
        }
    }

    @ParameterizedTest
    @MethodSource("passing")
    void a_piece_that_does_not_come_is_asked_for_again(Fault fault) throws IOException {
        store.publish(List.of(staged(0, 9_000_000)), List.of());
        proxy.fault("GET", "features/part-", 2, 1, fault)
                .fault("GET", "features/part-", 3, 1, new Fault.Truncated(1000));

        assertThat(read(store, only())).isEqualTo(bytes(9_000_000));
        assertThat(proxy.count("GET", "features/part-")).isEqualTo(5);
    }

    @Test
    void a_part_that_cannot_be_read_is_one_line() throws IOException {
        store.publish(List.of(staged(0, 9_000_000)), List.of());
        StoredPart part = only();
        proxy.always("GET", "features/part-", Fault.slowDown());

        assertThatThrownBy(() -> read(store, part))
                .isInstanceOf(RunFailedException.class)
                .hasMessageStartingWith("run " + out + "/" + part.name() + ": the store still throttles requests")
                .hasMessageNotContaining("\n");
    }

    @Test
    void a_thread_that_was_told_to_stop_still_clears_away() throws IOException {
        staged(0, 10);
        StagedPart half = store.stage("features", 1, 0, SUFFIX);
        assertThat(place.pending()).hasSize(2);

        Thread.currentThread().interrupt();
        half.close();
        store.abandon();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(place.pending()).isEmpty();
    }

    @Test
    void an_abort_that_fails_is_not_thrown() {
        proxy.always("GET", "uploads", Fault.expiredToken());

        store.abandon();

        assertThat(proxy.count("GET", "uploads")).isPositive();
    }

    /** The target of requests to this object, not to a copy of it. */
    private String at(String name) {
        return prefix.replace(" ", "%20") + "/" + name;
    }

    private List<String> earlier() throws IOException {
        store.publish(List.of(staged(0, 20)), List.of(OLD, new Document("pca.json", "{}")));
        return place.entries();
    }

    private void assertFails(ThrowingCallable work, String reason) {
        assertThatThrownBy(work)
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("out " + out)
                .hasMessageContaining(reason)
                .hasMessageNotContaining("\n");
    }

    private StoredPart only() throws IOException {
        List<StoredPart> parts = store.parts("features", SUFFIX);
        assertThat(parts).hasSize(1);
        return parts.get(0);
    }

    private WriteReceipt staged(int partition, int size) throws IOException {
        return staged(store, partition, size);
    }

    private static WriteReceipt staged(S3ResultStore store, int partition, int size) throws IOException {
        try (StagedPart part = store.stage("features", partition, 0, SUFFIX)) {
            part.write(bytes(size), 0, size);
            return new WriteReceipt("features", partition, 0, size, part.finish());
        }
    }

    private static byte[] read(S3ResultStore store, StoredPart part) throws IOException {
        try (InputStream stream = store.open(part, 0, part.size())) {
            return stream.readAllBytes();
        }
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
