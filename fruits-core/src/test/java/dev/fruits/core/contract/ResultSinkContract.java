package dev.fruits.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.feature.FeatureVector;
import dev.fruits.core.sink.Dataset;
import dev.fruits.core.sink.Document;
import dev.fruits.core.sink.ExistingResults;
import dev.fruits.core.sink.PartitionWriter;
import dev.fruits.core.sink.ResultSink;
import dev.fruits.core.sink.WriteReceipt;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link ResultSink} must do. */
public abstract class ResultSinkContract {
    protected static final String ORIGIN = "mobilenet_v2@8068/rgb";
    protected static final Dataset FEATURES = Dataset.features(ORIGIN);
    protected static final Dataset REDUCED = Dataset.reduced(ORIGIN);
    protected static final Document MANIFEST =
            new Document("manifest.json", "{\"started\": \"2026-11-22T10:15:30Z\"}\n");

    /** A sink over this test's own place, which is empty at the beginning of a test. */
    protected abstract ResultSink sink(ExistingResults existing);

    /** Everything that lies at the place, hidden or not, sorted; {@code /} between segments. */
    protected abstract List<String> entries() throws IOException;

    /** The rows of a table, in their order, read by something else than the sink's own code. */
    protected abstract List<FeatureRow> rows(Dataset dataset) throws IOException;

    /** The UTF-8 text of a file at the place. */
    protected abstract String text(String name) throws IOException;

    /** Puts a file there that is not the sink's. */
    protected abstract void putForeign(String name, String text) throws IOException;

    private ResultSink sink() {
        return sink(ExistingResults.REFUSE);
    }

    @BeforeEach
    void the_place_is_ready() throws IOException {
        sink().prepare();
    }

    @Test
    void paths_labels_and_vectors_come_back_as_they_were() throws IOException {
        List<FeatureRow> rows = Stream.concat(randomRows(1, 300, 1280).stream(), Stream.of(oddRow(1280)))
                .toList();

        sink().commit(List.of(write(FEATURES, 0, 0, rows)), List.of());

        assertThat(rows(FEATURES)).isEqualTo(rows);
    }

    @Test
    void parts_keep_the_order_of_their_partitions() throws IOException {
        List<List<FeatureRow>> parts = List.of(randomRows(1, 5, 8), randomRows(2, 1, 8), randomRows(3, 7, 8));
        WriteReceipt last = write(FEATURES, 2, 0, parts.get(2));
        WriteReceipt first = write(FEATURES, 0, 0, parts.get(0));
        WriteReceipt middle = write(FEATURES, 1, 0, parts.get(1));

        sink().commit(List.of(last, first, middle), List.of());

        assertThat(rows(FEATURES))
                .isEqualTo(parts.stream().flatMap(List::stream).toList());
    }

    @Test
    void a_receipt_tells_what_was_written() throws IOException {
        WriteReceipt receipt = write(REDUCED, 3, 17, randomRows(1, 5, 8));

        assertThat(receipt.dataset()).isEqualTo("reduced");
        assertThat(receipt.partition()).isEqualTo(3);
        assertThat(receipt.attempt()).isEqualTo(17);
        assertThat(receipt.rows()).isEqualTo(5);
    }

    @Test
    void two_tables_lie_side_by_side() throws IOException {
        List<FeatureRow> features = randomRows(1, 5, 8);
        List<FeatureRow> reduced = randomRows(2, 5, 3);

        sink().commit(List.of(write(FEATURES, 0, 0, features), write(REDUCED, 0, 0, reduced)), List.of());

        assertThat(rows(FEATURES)).isEqualTo(features);
        assertThat(rows(REDUCED)).isEqualTo(reduced);
    }

    @Test
    void a_table_may_have_no_rows() throws IOException {
        sink().commit(List.of(write(FEATURES, 0, 0, List.of())), List.of());

        assertThat(rows(FEATURES)).isEmpty();
        assertThat(visible()).hasSize(2);
    }

    @Test
    void documents_are_utf_8() throws IOException {
        Document rejects = new Document("rejects/rejects.csv", "path,reason\nPomme d'été/苹果 🍏.jpg,\"empty, file\"\n");

        sink().commit(List.of(write(FEATURES, 0, 0, randomRows(1, 2, 8))), List.of(MANIFEST, rejects));

        assertThat(text("rejects/rejects.csv")).isEqualTo(rejects.text());
        assertThat(text("manifest.json")).isEqualTo(MANIFEST.text());
    }

    @Test
    void nothing_is_visible_before_the_commit() throws IOException {
        write(FEATURES, 0, 0, randomRows(1, 5, 8));

        assertThat(visible()).isEmpty();
    }

    @Test
    void the_commit_sets_the_marker_and_leaves_nothing_hidden() throws IOException {
        sink().commit(List.of(write(FEATURES, 0, 0, randomRows(1, 5, 8))), List.of(MANIFEST));

        assertThat(entries()).contains("_SUCCESS", "manifest.json").hasSize(3).isEqualTo(visible());
    }

    @Test
    void an_abort_leaves_nothing() throws IOException {
        write(FEATURES, 0, 0, randomRows(1, 5, 8));

        sink().abort();

        assertThat(entries()).isEmpty();
    }

    @Test
    void an_abort_leaves_earlier_results_as_they_are() throws IOException {
        List<FeatureRow> earlier = randomRows(1, 5, 8);
        sink().commit(List.of(write(FEATURES, 0, 0, earlier)), List.of(MANIFEST));
        List<String> before = entries();
        sink(ExistingResults.REPLACE).prepare();
        write(FEATURES, 0, 0, randomRows(2, 5, 8));
        assertThat(visible()).isEqualTo(before);

        sink(ExistingResults.REPLACE).abort();

        assertThat(entries()).isEqualTo(before);
        assertThat(rows(FEATURES)).isEqualTo(earlier);
    }

    @Test
    void an_abort_without_any_preparation_does_nothing() throws IOException {
        sink().abort();
        sink().abort();

        assertThat(entries()).isEmpty();
    }

    @Test
    void a_writer_that_is_closed_before_its_end_leaves_nothing() throws IOException {
        try (PartitionWriter writer = sink().openWriter(FEATURES, 0, 0)) {
            for (FeatureRow row : randomRows(1, 5, 8)) {
                writer.write(row);
            }
        }

        assertThat(entries()).isEmpty();
    }

    @Test
    void of_two_attempts_only_the_committed_one_counts() throws IOException {
        List<FeatureRow> rows = randomRows(1, 5, 8);
        write(FEATURES, 0, 0, randomRows(2, 3, 8));
        WriteReceipt second = write(FEATURES, 0, 1, rows);
        write(FEATURES, 0, 2, randomRows(3, 3, 8));

        sink().commit(List.of(second), List.of());

        assertThat(rows(FEATURES)).isEqualTo(rows);
        assertThat(entries()).isEqualTo(visible());
    }

    @Test
    void two_receipts_of_one_partition_are_refused() throws IOException {
        WriteReceipt first = write(FEATURES, 4, 0, randomRows(1, 5, 8));
        WriteReceipt second = write(FEATURES, 4, 1, randomRows(1, 5, 8));

        assertThatThrownBy(() -> sink().commit(List.of(first, second), List.of()))
                .isInstanceOf(RunFailedException.class)
                .hasMessageContaining("two parts claim partition 4 of features");
        assertThat(visible()).isEmpty();
    }

    @Test
    void a_part_that_is_gone_stops_the_commit_and_nothing_becomes_visible() throws IOException {
        WriteReceipt kept = write(FEATURES, 0, 0, randomRows(1, 5, 8));
        WriteReceipt gone = new WriteReceipt("features", 1, 0, 5, kept.token() + "-gone");

        assertThatThrownBy(() -> sink().commit(List.of(kept, gone), List.of(MANIFEST)))
                .isInstanceOf(RunFailedException.class)
                .hasMessageContaining("partition 1 of features is missing");
        assertThat(visible()).isEmpty();
    }

    @Test
    void earlier_results_are_refused() throws IOException {
        sink().commit(List.of(write(FEATURES, 0, 0, randomRows(1, 5, 8))), List.of(MANIFEST));
        List<String> before = entries();

        assertThatThrownBy(() -> sink().prepare())
                .isInstanceOf(WrongUseException.class)
                .hasMessage("out " + sink().location() + ": already holds a run's results; pass --overwrite to replace"
                        + " them, --resume to reuse its features, or another --out");
        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void earlier_results_are_replaced_whole_and_foreign_files_stay() throws IOException {
        ResultSink replacing = sink(ExistingResults.REPLACE);
        sink().commit(
                        List.of(
                                write(FEATURES, 0, 0, randomRows(1, 5, 8)),
                                write(FEATURES, 1, 0, randomRows(2, 5, 8)),
                                write(REDUCED, 0, 0, randomRows(3, 5, 3))),
                        List.of(
                                MANIFEST,
                                new Document("rejects/rejects.csv", "path\n"),
                                new Document("pca.json", "{}")));
        putForeign("notes.txt", "mine");
        putForeign("features/notes.txt", "mine too");
        List<FeatureRow> rows = randomRows(4, 5, 8);

        replacing.prepare();
        replacing.commit(
                List.of(write(FEATURES, 0, 0, rows)),
                List.of(new Document("rejects/rejects.csv", "path,stage\n"), new Document("manifest.json", "{}")));

        assertThat(entries())
                .contains("_SUCCESS", "manifest.json", "notes.txt", "features/notes.txt", "rejects/rejects.csv")
                .hasSize(6);
        assertThat(text("rejects/rejects.csv")).isEqualTo("path,stage\n");
        assertThat(text("manifest.json")).isEqualTo("{}");
        assertThat(text("features/notes.txt")).isEqualTo("mine too");
        assertThat(rows(FEATURES)).isEqualTo(rows);
    }

    @Test
    void preparation_removes_what_a_killed_run_left_unfinished() throws IOException {
        WriteReceipt stale = write(FEATURES, 0, 0, randomRows(1, 5, 8));
        assertThat(entries()).isNotEmpty();

        sink().prepare();

        assertThat(entries()).isEmpty();
        assertThatThrownBy(() -> sink().commit(List.of(stale), List.of())).isInstanceOf(RunFailedException.class);
    }

    @Test
    void a_sink_is_a_value_that_travels() throws Exception {
        List<FeatureRow> rows = randomRows(1, 5, 8);
        ResultSink copy = SerializedCopy.of(sink());

        assertThat(copy).isEqualTo(sink()).hasSameHashCodeAs(sink()).isNotEqualTo(sink(ExistingResults.REPLACE));
        WriteReceipt receipt = SerializedCopy.of(write(copy, FEATURES, 0, 0, rows));
        sink().commit(List.of(receipt), List.of());
        assertThat(rows(FEATURES)).isEqualTo(rows);
    }

    protected final WriteReceipt write(Dataset dataset, int partition, long attempt, List<FeatureRow> rows)
            throws IOException {
        return write(sink(), dataset, partition, attempt, rows);
    }

    private static WriteReceipt write(
            ResultSink sink, Dataset dataset, int partition, long attempt, List<FeatureRow> rows) throws IOException {
        try (PartitionWriter writer = sink.openWriter(dataset, partition, attempt)) {
            for (FeatureRow row : rows) {
                writer.write(row);
            }
            return writer.finish();
        }
    }

    /** So many rows with vectors of so many normal values, the same for the same seed. */
    protected static List<FeatureRow> randomRows(long seed, int count, int dimension) {
        Random random = new Random(seed);
        return IntStream.range(0, count)
                .mapToObj(i -> new FeatureRow(
                        "Test/Apple Braeburn/" + seed + "_" + i + "_100.jpg",
                        "Apple Braeburn",
                        normal(random, dimension)))
                .toList();
    }

    private static FeatureVector normal(Random random, int dimension) {
        float[] values = new float[dimension];
        for (int i = 0; i < dimension; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return FeatureVector.of(values);
    }

    private static FeatureRow oddRow(int dimension) {
        float[] values = new float[dimension];
        values[1] = -0.0f;
        values[2] = Float.MIN_VALUE;
        values[3] = Float.MAX_VALUE;
        values[4] = -Float.MAX_VALUE;
        values[5] = Math.nextUp(1.0f);
        return new FeatureRow("Pomme d'été/苹果 \"1\", #+%20.jpg", "Pomme d'été", FeatureVector.of(values));
    }

    /** What a reader of results sees: no name that begins with a dot, none that begins with an underscore but the marker. */
    private List<String> visible() throws IOException {
        return entries().stream().filter(ResultSinkContract::isVisible).toList();
    }

    private static boolean isVisible(String entry) {
        return Stream.of(entry.split("/", -1))
                .noneMatch(name ->
                        name.startsWith(".") || (name.startsWith("_") && !name.equals(ResultSink.SUCCESS_MARKER)));
    }
}
