package dev.fruits.spark.hadoop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.contract.InMemoryFeatureTable;
import dev.fruits.core.engine.EarlierFeatures;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.feature.FeatureVector;
import dev.fruits.core.feature.ModelId;
import dev.fruits.core.feature.Projection;
import dev.fruits.core.image.Location;
import dev.fruits.core.sink.Dataset;
import dev.fruits.core.sink.Document;
import dev.fruits.core.sink.PartitionWriter;
import dev.fruits.core.sink.ResultSink;
import dev.fruits.core.sink.WriteReceipt;
import dev.fruits.core.store.StoreSettings;
import dev.fruits.parquet.ParquetFeatures;
import dev.fruits.parquet.ParquetSink;
import dev.fruits.spark.LocalSpark;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.SparkException;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In tasks of Spark's, which are retried. */
class HadoopResultsOnSparkTest {
    private static final ModelId MODEL = new ModelId("mobilenet_v2", "8068", "rgb");
    private static final Dataset FEATURES = Dataset.features(MODEL.fingerprint());
    private static final Document MANIFEST = new Document("manifest.json", "{\"started\": \"2026-11-22T10:15:30Z\"}\n");

    @TempDir
    Path out;

    @BeforeEach
    void a_session_runs() {
        LocalSpark.session();
    }

    @Test
    void partitions_become_files_in_their_order() throws IOException {
        List<FeatureRow> rows = rows(1000, 16);
        sink().prepare();

        sink().commit(write(rows, 7, (task, written) -> {}), List.of(MANIFEST));

        assertThat(ResultFiles.parts(out, "features")).hasSize(7);
        assertThat(ResultFiles.rows(out, FEATURES)).isEqualTo(rows);
        assertThat(ResultFiles.entries(out)).contains("_SUCCESS").hasSize(9);
    }

    @Test
    void spark_reads_what_was_written() throws IOException {
        List<FeatureRow> rows = rows(100, 16);
        sink().prepare();
        sink().commit(write(rows, 2, (task, written) -> {}), List.of());

        List<Row> read = LocalSpark.session()
                .read()
                .parquet(out.resolve("features").toString())
                .orderBy("path")
                .collectAsList();

        assertThat(read.stream().map(HadoopResultsOnSparkTest::row)).isEqualTo(rows);
    }

    @Test
    void a_retried_task_publishes_its_partition_once() throws IOException {
        List<FeatureRow> rows = rows(100, 16);
        sink().prepare();

        sink().commit(
                        write(rows, 4, (task, written) -> {
                            if (task.partitionId() == 2 && task.attemptNumber() == 0 && written == 10) {
                                throw new IOException("a planted failure while writing");
                            }
                        }),
                        List.of());

        assertThat(ResultFiles.rows(out, FEATURES)).isEqualTo(rows);
    }

    @Test
    void a_task_that_dies_after_its_commit_publishes_its_partition_once() throws IOException {
        List<FeatureRow> rows = rows(100, 16);
        sink().prepare();

        sink().commit(
                        write(rows, 4, (task, written) -> {
                            if (task.partitionId() == 2 && task.attemptNumber() == 0 && written < 0) {
                                throw new IOException("a planted failure after the part was finished");
                            }
                        }),
                        List.of());

        assertThat(ResultFiles.rows(out, FEATURES)).isEqualTo(rows);
        assertThat(ResultFiles.parts(out, "features")).hasSize(4);
    }

    @Test
    void a_failed_job_leaves_nothing() throws IOException {
        sink().prepare();

        assertThatThrownBy(() -> write(rows(100, 16), 4, (task, written) -> {
                    if (task.partitionId() == 3) {
                        throw new IOException("a planted failure on every try");
                    }
                }))
                .isInstanceOf(SparkException.class);
        sink().abort();

        assertThat(out).doesNotExist();
    }

    @Test
    void earlier_features_are_given_back() throws IOException {
        List<FeatureRow> rows = rows(100, 16);
        sink().prepare();
        sink().commit(write(rows, 2, (task, written) -> {}), List.of(MANIFEST));

        EarlierFeatures earlier = ParquetFeatures.in(store());

        assertThat(earlier.extractedAfter()).isEqualTo("2026-11-22T10:15:30Z");
        try (Stream<FeatureRow> read = earlier.rows(MODEL)) {
            assertThat(read).isEqualTo(rows);
        }
        try (Stream<FeatureRow> read = earlier.rows(new ModelId("mobilenet_v2", "8068", "bgr"))) {
            assertThat(read).isEmpty();
        }
    }

    @Test
    void there_are_no_earlier_features_without_a_marker() throws IOException {
        sink().prepare();
        sink().commit(write(rows(10, 4), 1, (task, written) -> {}), List.of(MANIFEST));
        Files.delete(out.resolve("_SUCCESS"));

        assertThat(ParquetFeatures.in(store())).isSameAs(EarlierFeatures.NONE);
    }

    @Test
    void the_configured_committer_does_the_work() throws IOException {
        String factory = "spark.hadoop.mapreduce.outputcommitter.factory.scheme.file";
        var settings = org.apache.spark.SparkEnv.get().conf();
        settings.set(factory, NotedCommitters.class.getName());
        try {
            NotedCommitters.forget();
            sink().prepare();
            sink().commit(write(rows(100, 16), 2, (task, written) -> {}), List.of());
        } finally {
            settings.remove(factory);
        }

        assertThat(NotedCommitters.calls()).startsWith("setupJob").endsWith("commitJob");
        assertThat(NotedCommitters.calls().stream().filter("commitTask"::equals))
                .hasSize(2);
        assertThat(ResultFiles.parts(out, "features")).hasSize(2);
    }

    @Test
    void no_secret_of_the_configuration_is_written() throws IOException {
        sink().prepare();
        sink().commit(write(rows(10, 4), 1, (task, written) -> {}), List.of(MANIFEST));

        for (String entry : ResultFiles.entries(out)) {
            assertThat(Files.readString(out.resolve(entry), StandardCharsets.ISO_8859_1))
                    .as(entry)
                    .doesNotContain("hush");
        }
        assertThat(sink().toString()).doesNotContain("hush");
    }

    @Test
    void rows_of_an_engine_without_spark_are_written_too() throws IOException {
        List<FeatureRow> rows = rows(100, 16);
        sink().prepare();
        List<WriteReceipt> receipts =
                InMemoryFeatureTable.of(rows, 16).inPartsOf(30).write(new Projection.Identity(16), FEATURES, sink());

        sink().commit(receipts, List.of());

        assertThat(ResultFiles.rows(out, FEATURES)).isEqualTo(rows);
    }

    /** Called in each task before each row, and with −1 when the part is finished. */
    private interface Plant extends java.io.Serializable {
        void at(TaskContext task, int written) throws IOException;
    }

    private List<WriteReceipt> write(List<FeatureRow> rows, int partitions, Plant plant) {
        ResultSink sink = sink();
        JavaRDD<FeatureRow> table = LocalSpark.spark().parallelize(rows, partitions);
        return table
                .mapPartitionsWithIndex(
                        (partition, some) ->
                                List.of(write(sink, partition, some, plant)).iterator(),
                        true)
                .collect()
                .stream()
                .sorted(Comparator.comparing(WriteReceipt::partition).reversed())
                .toList();
    }

    private static WriteReceipt write(ResultSink sink, int partition, Iterator<FeatureRow> rows, Plant plant)
            throws IOException {
        TaskContext task = TaskContext.get();
        try (PartitionWriter writer = sink.openWriter(FEATURES, partition, task.taskAttemptId())) {
            for (int written = 0; rows.hasNext(); written++) {
                plant.at(task, written);
                writer.write(rows.next());
            }
            WriteReceipt receipt = writer.finish();
            plant.at(task, -1);
            return receipt;
        }
    }

    private ParquetSink sink() {
        return ParquetSink.into(store());
    }

    private HadoopResultStore store() {
        return new HadoopResultStore(new Location("file://" + out), StoreSettings.DEFAULT);
    }

    private static FeatureRow row(Row row) {
        List<Float> boxed = row.getList(2);
        float[] values = new float[boxed.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = boxed.get(i);
        }
        return new FeatureRow(row.getString(0), row.getString(1), FeatureVector.of(values));
    }

    private static List<FeatureRow> rows(int count, int dimension) {
        Random random = new Random(7);
        return IntStream.range(0, count)
                .mapToObj(i -> new FeatureRow(
                        "Apple Braeburn/%05d.jpg".formatted(i), "Apple Braeburn", vector(random, dimension)))
                .toList();
    }

    private static FeatureVector vector(Random random, int dimension) {
        float[] values = new float[dimension];
        for (int i = 0; i < dimension; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return FeatureVector.of(values);
    }
}
