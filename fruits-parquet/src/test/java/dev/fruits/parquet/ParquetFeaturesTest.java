package dev.fruits.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.engine.EarlierFeatures;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.feature.FeatureVector;
import dev.fruits.core.feature.ModelId;
import dev.fruits.core.sink.Dataset;
import dev.fruits.core.sink.Document;
import dev.fruits.core.sink.ExistingResults;
import dev.fruits.core.sink.PartitionWriter;
import dev.fruits.core.sink.WriteReceipt;
import dev.fruits.local.store.LocalResultStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetFeaturesTest {
    private static final ModelId MODEL = new ModelId("mobilenet_v2", "8068", "rgb");
    private static final ModelId OTHER = new ModelId("mobilenet_v2", "8068", "bgr");
    private static final String STARTED = "2026-11-22T10:15:30.123Z";

    @TempDir
    Path out;

    @Test
    void gives_the_rows_that_a_finished_run_left() throws IOException {
        run("{\"started\": \"" + STARTED + "\"}");

        assertThat(earlier().extractedAfter()).isEqualTo(Instant.parse(STARTED));
        assertThat(rows(MODEL))
                .isEqualTo(Stream.of(rowsOf(0), rowsOf(1)).flatMap(List::stream).toList());
    }

    @Test
    void gives_no_rows_of_another_model() throws IOException {
        run("{\"started\": \"" + STARTED + "\"}");

        assertThat(rows(OTHER)).isEmpty();
    }

    @Test
    void there_are_none_without_a_finished_run() throws IOException {
        assertThat(earlier()).isSameAs(EarlierFeatures.NONE);

        run("{\"started\": \"" + STARTED + "\"}");
        Files.delete(out.resolve("_SUCCESS"));

        assertThat(earlier()).isSameAs(EarlierFeatures.NONE);
    }

    @Test
    void gives_the_rows_of_a_table_of_several_row_groups() throws IOException {
        List<FeatureRow> rows = IntStream.range(0, 5000)
                .mapToObj(i -> new FeatureRow(i + ".jpg", "class " + i % 131, vectorOf(i)))
                .toList();
        ParquetSink sink = new ParquetSink(LocalResultStore.in(out), ExistingResults.REFUSE);
        sink.commit(
                List.of(write(sink, Dataset.features(MODEL.fingerprint()), 0, rows)),
                List.of(new Document("manifest.json", "{\"started\": \"" + STARTED + "\"}")));

        assertThat(ParquetFiles.footer(out.resolve("features/part-00000.parquet"))
                        .getBlocks())
                .hasSizeGreaterThan(1);
        assertThat(rows(MODEL)).isEqualTo(rows);
    }

    @Test
    void a_run_without_a_features_table_gives_no_rows() throws IOException {
        new ParquetSink(LocalResultStore.in(out), ExistingResults.REFUSE)
                .commit(List.of(), List.of(new Document("manifest.json", "{\"started\": \"" + STARTED + "\"}")));

        assertThat(rows(MODEL)).isEmpty();
    }

    @Test
    void a_stream_may_be_closed_half_way() throws IOException {
        run("{\"started\": \"" + STARTED + "\"}");

        try (Stream<FeatureRow> rows = earlier().rows(MODEL)) {
            assertThat(rows.limit(3)).isEqualTo(rowsOf(0).subList(0, 3));
        }
    }

    @Test
    void a_manifest_that_does_not_tell_the_start_is_named() throws IOException {
        run("{\"finished\": \"" + STARTED + "\"}");
        Path manifest = out.resolve("manifest.json");

        assertThatThrownBy(this::earlier)
                .isInstanceOf(RunFailedException.class)
                .hasMessage("manifest " + manifest + ": does not say when its run started (" + manifest
                        + ": field 'started' is missing); run without --resume");

        Files.delete(manifest);
        assertThatThrownBy(this::earlier)
                .isInstanceOf(RunFailedException.class)
                .hasMessage("manifest " + manifest + ": does not say when its run started (no such file: " + manifest
                        + "); run without --resume");
    }

    @Test
    void a_file_that_is_no_parquet_is_named() throws IOException {
        run("{\"started\": \"" + STARTED + "\"}");
        Path part = Files.writeString(out.resolve("features/part-00001.parquet"), "this is no Parquet at all");

        assertUnreadable(part);
    }

    @Test
    void a_truncated_file_is_named() throws IOException {
        run("{\"started\": \"" + STARTED + "\"}");
        Path part = out.resolve("features/part-00001.parquet");
        byte[] whole = Files.readAllBytes(part);
        Files.write(part, Arrays.copyOf(whole, whole.length / 2));

        assertUnreadable(part);
    }

    @Test
    void a_flipped_bit_of_a_vector_is_noticed() throws IOException {
        run("{\"started\": \"" + STARTED + "\"}");
        Path part = out.resolve("features/part-00001.parquet");
        byte[] bytes = Files.readAllBytes(part);
        ColumnChunkMetaData vectors =
                ParquetFiles.footer(part).getBlocks().get(0).getColumns().get(2);
        bytes[(int) (vectors.getStartingPos() + vectors.getTotalSize()) - 5] ^= 4;
        Files.write(part, bytes);

        assertUnreadable(part);
    }

    @Test
    void a_table_of_something_else_is_named() throws IOException {
        run("{\"started\": \"" + STARTED + "\"}");
        ParquetSink other = new ParquetSink(LocalResultStore.in(out.resolve("other")), ExistingResults.REFUSE);
        other.commit(List.of(write(other, Dataset.reduced(MODEL.fingerprint()), 0)), List.of());
        Path part =
                Files.copy(out.resolve("other/reduced/part-00000.parquet"), out.resolve("features/part-00002.parquet"));

        assertThatThrownBy(() -> rows(MODEL))
                .isInstanceOf(RunFailedException.class)
                .hasMessage("features " + part + ": cannot be read (has no column 'features', only path, label,"
                        + " components); remove the file or run without --resume");
    }

    private void assertUnreadable(Path part) {
        assertThatThrownBy(() -> rows(MODEL))
                .isInstanceOf(RunFailedException.class)
                .hasMessageStartingWith("features " + part + ": cannot be read (")
                .hasMessageEndingWith("); remove the file or run without --resume")
                .hasMessageNotContaining("\n");
    }

    private EarlierFeatures earlier() throws IOException {
        return ParquetFeatures.in(LocalResultStore.in(out));
    }

    private List<FeatureRow> rows(ModelId model) throws IOException {
        try (Stream<FeatureRow> rows = earlier().rows(model)) {
            return rows.toList();
        }
    }

    private void run(String manifest) throws IOException {
        ParquetSink sink = new ParquetSink(LocalResultStore.in(out), ExistingResults.REFUSE);
        Dataset features = Dataset.features(MODEL.fingerprint());
        sink.commit(
                List.of(write(sink, features, 0), write(sink, features, 1)),
                List.of(new Document("manifest.json", manifest)));
    }

    private static WriteReceipt write(ParquetSink sink, Dataset dataset, int partition) throws IOException {
        return write(sink, dataset, partition, rowsOf(partition));
    }

    private static WriteReceipt write(ParquetSink sink, Dataset dataset, int partition, List<FeatureRow> rows)
            throws IOException {
        try (PartitionWriter writer = sink.openWriter(dataset, partition, 0)) {
            for (FeatureRow row : rows) {
                writer.write(row);
            }
            return writer.finish();
        }
    }

    private static List<FeatureRow> rowsOf(int partition) {
        return IntStream.range(0, 50)
                .mapToObj(i -> new FeatureRow(
                        "Kiwi/" + partition + "_" + i + ".jpg", "Kiwi", FeatureVector.of(partition, i, 0.5f * i)))
                .toList();
    }

    private static FeatureVector vectorOf(int row) {
        Random random = new Random(row); // what does not compress fills a row group soon
        float[] values = new float[1280];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return FeatureVector.of(values);
    }
}
