package dev.fruits.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.sink.Document;
import dev.fruits.core.sink.ResultStore;
import dev.fruits.core.sink.StagedPart;
import dev.fruits.core.sink.StoredPart;
import dev.fruits.core.sink.WriteReceipt;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link ResultStore} must do, whatever is in its files. */
public abstract class ResultStoreContract {
    protected static final String SUFFIX = ".bytes";
    protected static final Document MANIFEST = new Document("manifest.json", "{\"note\": \"Pomme d'été 🍏\"}\n");

    /** The store over this test's own place, which is empty at the beginning of a test. */
    protected abstract ResultStore store();

    /** Everything that lies at the place, hidden, pending or not, sorted; {@code /} between segments. */
    protected abstract List<String> entries() throws IOException;

    /** Puts a file there without the store. */
    protected abstract void putForeign(String name, byte[] bytes) throws IOException;

    @BeforeEach
    void the_place_is_ready() throws IOException {
        store().prepare();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 70_000, 20_000_000})
    void the_bytes_of_a_part_come_back(int size) throws IOException {
        byte[] bytes = bytes(1, size);
        store().publish(List.of(staged("features", 0, 0, bytes)), List.of());

        StoredPart part = only(store().parts("features", SUFFIX));
        assertThat(part.size()).isEqualTo(size);
        assertThat(read(part, 0, size)).isEqualTo(bytes);
    }

    @Test
    void any_bytes_of_a_part_can_be_read() throws IOException {
        byte[] bytes = bytes(1, 12_000_000);
        store().publish(List.of(staged("features", 0, 0, bytes)), List.of());

        StoredPart part = only(store().parts("features", SUFFIX));
        for (int[] slice : new int[][] {{0, 1}, {11_999_992, 8}, {3, 9_000_000}, {5, 0}, {12_000_000, 0}}) {
            assertThat(read(part, slice[0], slice[1]))
                    .isEqualTo(Arrays.copyOfRange(bytes, slice[0], slice[0] + slice[1]));
        }
    }

    @Test
    void parts_come_in_the_order_of_their_partitions_and_others_are_left_out() throws IOException {
        store().publish(
                        List.of(
                                staged("features", 10, 0, bytes(10, 30)),
                                staged("features", 2, 0, bytes(2, 20)),
                                staged("reduced", 0, 0, bytes(3, 40))),
                        List.of());
        putForeign("features/notes" + SUFFIX, bytes(4, 50));
        putForeign("features/part-00000.txt", bytes(4, 50));
        putForeign("features/.part-00000" + SUFFIX, bytes(4, 50));

        assertThat(store().parts("features", SUFFIX))
                .extracting(StoredPart::size)
                .containsExactly(20L, 30L);
        assertThat(store().parts("reduced", SUFFIX)).hasSize(1);
        assertThat(store().parts("nothing", SUFFIX)).isEmpty();
    }

    @Test
    void documents_are_utf_8_and_given_by_their_names() throws IOException {
        Document rejects = new Document("rejects/rejects.csv", "path\n苹果.jpg\n");
        store().publish(List.of(), List.of(MANIFEST, rejects));

        assertThat(store().text("manifest.json")).contains(MANIFEST.text());
        assertThat(store().text("rejects/rejects.csv")).contains(rejects.text());
        assertThat(store().text("pca.json")).isEmpty();
        assertThat(entries()).containsExactly("_SUCCESS", "manifest.json", "rejects/rejects.csv");
    }

    @Test
    void a_document_outside_of_the_place_is_refused() throws IOException {
        assertThatThrownBy(() -> store().publish(List.of(), List.of(new Document("../elsewhere.txt", "text"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("document ../elsewhere.txt lies outside of the results");
        assertThat(store().isFinished()).isFalse();
    }

    @Test
    void nothing_is_a_result_before_it_is_published() throws IOException {
        staged("features", 0, 0, bytes(1, 9_000_000));

        assertThat(store().holdsResults()).isFalse();
        assertThat(store().isFinished()).isFalse();
        assertThat(store().parts("features", SUFFIX)).isEmpty();

        store().abandon();
        assertThat(entries()).isEmpty();
    }

    @Test
    void a_part_that_is_closed_before_its_end_is_gone() throws IOException {
        try (StagedPart part = store().stage("features", 0, 0, SUFFIX)) {
            part.write(bytes(1, 9_000_000), 0, 9_000_000);
        }

        assertThat(entries()).isEmpty();
    }

    @Test
    void a_part_that_is_closed_after_its_end_stays() throws IOException {
        WriteReceipt receipt = staged("features", 0, 0, bytes(1, 10));

        store().publish(List.of(receipt), List.of());

        assertThat(store().parts("features", SUFFIX)).hasSize(1);
    }

    @Test
    void a_receipt_of_a_part_that_is_gone_changes_nothing() throws IOException {
        store().publish(List.of(staged("features", 0, 0, bytes(1, 10))), List.of(MANIFEST));
        List<String> before = entries();
        store().prepare();
        WriteReceipt stale = staged("features", 0, 0, bytes(2, 10));
        store().prepare();
        WriteReceipt fresh = staged("features", 1, 0, bytes(3, 10));

        for (WriteReceipt gone : List.of(stale, new WriteReceipt("features", 0, 0, 1, "no token of any store"))) {
            assertThatThrownBy(() -> store().publish(List.of(fresh, gone), List.of()))
                    .isInstanceOf(RunFailedException.class)
                    .hasMessage("out " + store().location() + ": partition 0 of features is missing;"
                            + " give each run its own --out");
        }
        store().abandon();
        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void what_was_not_published_goes_with_a_publication() throws IOException {
        staged("features", 0, 0, bytes(1, 10));
        WriteReceipt second = staged("features", 0, 1, bytes(2, 20));

        store().publish(List.of(second), List.of());

        assertThat(only(store().parts("features", SUFFIX)).size()).isEqualTo(20);
        assertThat(entries()).hasSize(2).contains("_SUCCESS");
    }

    @Test
    void earlier_results_are_replaced_and_foreign_files_stay() throws IOException {
        Document rejects = new Document("rejects/rejects.csv", "earlier");
        store().publish(
                        List.of(staged("features", 0, 0, bytes(1, 10)), staged("reduced", 0, 0, bytes(1, 10))),
                        List.of(MANIFEST, rejects, new Document("pca.json", "{}")));
        putForeign("notes.txt", bytes(1, 5));
        putForeign("features/notes.txt", bytes(1, 5));
        assertThat(store().holdsResults()).isTrue();

        store().prepare();
        store().publish(
                        List.of(staged("features", 0, 0, bytes(2, 20))),
                        List.of(new Document("rejects/rejects.csv", "new"), new Document("manifest.json", "{}")));

        assertThat(entries())
                .hasSize(6)
                .contains("_SUCCESS", "features/notes.txt", "manifest.json", "notes.txt", "rejects/rejects.csv");
        assertThat(store().text("rejects/rejects.csv")).contains("new");
        assertThat(store().text("manifest.json")).contains("{}");
        assertThat(only(store().parts("features", SUFFIX)).size()).isEqualTo(20);
    }

    @Test
    void foreign_files_are_no_results() throws IOException {
        putForeign("notes.txt", bytes(1, 5));
        putForeign("features/notes.txt", bytes(1, 5));
        putForeign("photos/part-1.jpg", bytes(1, 5));

        assertThat(store().holdsResults()).isFalse();
        store().abandon();
        assertThat(entries()).containsExactly("features/notes.txt", "notes.txt", "photos/part-1.jpg");
    }

    @Test
    void preparation_removes_what_a_killed_run_left() throws IOException {
        staged("features", 0, 0, bytes(1, 9_000_000));
        StagedPart killed = store().stage("reduced", 0, 0, SUFFIX);
        killed.write(bytes(1, 9_000_000), 0, 9_000_000);
        assertThat(entries()).isNotEmpty();

        store().prepare();

        assertThat(entries()).isEmpty();
    }

    @Test
    void a_finished_run_is_known_by_its_marker() throws IOException {
        putForeign("manifest.json", bytes(1, 2));
        assertThatThrownBy(() -> store().requireFinished())
                .isInstanceOf(WrongUseException.class)
                .hasMessage("run " + store().location() + ": holds no _SUCCESS, so its results may not be whole;"
                        + " make the run again with --resume");

        putForeign("_SUCCESS", new byte[0]);
        store().requireFinished();
        assertThat(store().isFinished()).isTrue();
    }

    @Test
    void many_threads_write_parts_at_once() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<WriteReceipt> receipts = new ArrayList<>();
        try {
            List<Future<WriteReceipt>> parts = IntStream.range(0, 12)
                    .mapToObj(i -> threads.submit(() -> staged("features", i, 0, bytes(i, 1_000 + i))))
                    .toList();
            for (Future<WriteReceipt> part : parts) {
                receipts.add(part.get());
            }
        } finally {
            threads.shutdown();
        }

        store().publish(receipts, List.of());

        List<StoredPart> parts = store().parts("features", SUFFIX);
        assertThat(parts).hasSize(12);
        for (int i = 0; i < 12; i++) {
            assertThat(read(parts.get(i), 0, 1_000 + i)).isEqualTo(bytes(i, 1_000 + i));
        }
    }

    @Test
    void a_store_is_a_value_that_travels() throws IOException {
        ResultStore copy = SerializedCopy.of(store());

        assertThat(copy).isEqualTo(store()).hasSameHashCodeAs(store());
        WriteReceipt receipt = SerializedCopy.of(staged(copy, "features", 0, 0, bytes(1, 10)));
        store().publish(List.of(receipt), List.of());
        assertThat(store().parts("features", SUFFIX)).hasSize(1);
    }

    protected final WriteReceipt staged(String table, int partition, long attempt, byte[] bytes) throws IOException {
        return staged(store(), table, partition, attempt, bytes);
    }

    private static WriteReceipt staged(ResultStore store, String table, int partition, long attempt, byte[] bytes)
            throws IOException {
        try (StagedPart part = store.stage(table, partition, attempt, SUFFIX)) {
            int half = bytes.length / 2;
            part.write(bytes, 0, half);
            part.write(bytes, half, bytes.length - half);
            return new WriteReceipt(table, partition, attempt, bytes.length, part.finish());
        }
    }

    private byte[] read(StoredPart part, long begin, int length) throws IOException {
        try (InputStream stream = store().open(part, begin, length)) {
            return stream.readAllBytes();
        }
    }

    /** So many bytes, the same for the same seed. */
    protected static byte[] bytes(long seed, int size) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static StoredPart only(List<StoredPart> parts) {
        assertThat(parts).hasSize(1);
        return parts.get(0);
    }
}
