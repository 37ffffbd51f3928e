package dev.fruits.spark.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.contract.ByteFeatures;
import dev.fruits.core.contract.EngineContract;
import dev.fruits.core.contract.MemoryImages;
import dev.fruits.core.contract.MemorySink;
import dev.fruits.core.engine.Aggregation;
import dev.fruits.core.engine.EarlierFeatures;
import dev.fruits.core.engine.Engine;
import dev.fruits.core.engine.ExtractionCounts;
import dev.fruits.core.engine.ExtractionOptions;
import dev.fruits.core.engine.FeatureTable;
import dev.fruits.core.engine.HostReport;
import dev.fruits.core.engine.Machine;
import dev.fruits.core.engine.ProgressListener;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.feature.FeatureVector;
import dev.fruits.core.feature.ModelId;
import dev.fruits.core.feature.Projection;
import dev.fruits.core.image.ImageListing;
import dev.fruits.core.image.ImageRef;
import dev.fruits.core.sink.Dataset;
import dev.fruits.core.sink.WriteReceipt;
import dev.fruits.core.spi.EngineProvider;
import dev.fruits.core.spi.EngineSettings;
import dev.fruits.spark.LocalSpark;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.junit.jupiter.api.Test;

class SparkEngineTest extends EngineContract {
    private static final MemoryImages IMAGES = new MemoryImages(10, 60, 0);
    private static final ByteFeatures EXTRACTOR = new ByteFeatures(5, "/0007");

    @Override
    protected Engine open() {
        return SparkEngine.on(LocalSpark.session());
    }

    private FeatureTable extracted() throws IOException {
        return open().extract(IMAGES, IMAGES.list(), EXTRACTOR, ExtractionOptions.defaults());
    }

    @Test
    void it_is_found_by_its_name_and_uses_the_session_that_runs() throws IOException {
        LocalSpark.session();
        EngineProvider provider = ServiceLoader.load(EngineProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(one -> one.name().equals("spark"))
                .findFirst()
                .orElseThrow();

        try (Engine engine = provider.open(EngineSettings.in(Path.of("unused")))) {
            assertThat(engine.description())
                    .containsEntry("master", LocalSpark.MASTER)
                    .containsEntry("slots", "2");
        }
        assertThat(LocalSpark.session().sparkContext().isStopped()).isFalse();
    }

    @Test
    void rows_are_also_there_for_spark_in_their_order() throws IOException {
        try (FeatureTable table = extracted();
                Stream<FeatureRow> rows = table.rows()) {
            SparkRows onSpark = table.unwrap(SparkRows.class).orElseThrow();

            assertThat(onSpark.rows().collect()).isEqualTo(rows.toList());
            assertThat(onSpark.rowCount()).isEqualTo(590);
            assertThat(onSpark.dimension()).isEqualTo(5);
            assertThat(onSpark.rows().getNumPartitions()).isEqualTo(6);
            assertThat(table.unwrap(String.class)).isEmpty();
        }
    }

    @Test
    void a_sum_has_the_same_bits_every_time_although_tasks_end_in_any_order() throws IOException {
        try (FeatureTable table = extracted()) {
            Double first = table.aggregate(new RoughSum());

            assertThat(List.of(table.aggregate(new RoughSum()), table.aggregate(new RoughSum())))
                    .containsOnly(first);
        }
    }

    @Test
    void many_partial_sums_are_merged_in_order_too() throws IOException {
        MemoryImages images = new MemoryImages(20, 20, 0);
        LocalSpark.session().sparkContext().conf().set(SparkEngine.SLICE_IMAGES, "16");
        try (FeatureTable table = open().extract(images, images.list(), EXTRACTOR, ExtractionOptions.defaults());
                Stream<FeatureRow> rows = table.rows()) {
            assertThat(table.unwrap(SparkRows.class).orElseThrow().rows().getNumPartitions())
                    .isEqualTo(25);

            assertThat(table.aggregate(new LastPath()))
                    .isEqualTo(rows.map(FeatureRow::path).reduce((a, b) -> b).orElseThrow() + ", 380 in order");
        } finally {
            LocalSpark.session().sparkContext().conf().remove(SparkEngine.SLICE_IMAGES);
        }
    }

    @Test
    void unchanged_images_of_an_earlier_run_are_not_extracted_again() throws IOException {
        ImageListing listing = IMAGES.list();
        List<FeatureRow> left = listing.images().stream()
                .limit(300)
                .map(image -> new FeatureRow(image.path(), image.label(), FeatureVector.of(1, 2, 3, 4, 5)))
                .toList();
        ByteFeatures.resetRuns();
        ExtractionOptions options = new ExtractionOptions(
                7, new Earlier(Instant.parse("2026-06-01T00:00:00Z"), left), ProgressListener.SILENT);
        try (FeatureTable table = open().extract(IMAGES, listing, EXTRACTOR, options);
                Stream<FeatureRow> rows = table.rows()) {
            List<FeatureRow> all = rows.toList();

            assertThat(all.subList(0, 300)).isEqualTo(left);
            assertThat(all)
                    .isSortedAccordingTo((a, b) -> a.path().compareTo(b.path()))
                    .hasSize(595);
            assertThat(table.counts()).isEqualTo(new ExtractionCounts(295, 300));
            assertThat(ByteFeatures.runs()).isEqualTo(295);
        }
    }

    @Test
    void images_written_since_the_earlier_run_are_extracted_again() throws IOException {
        ImageListing listing = IMAGES.list();
        ImageRef first = listing.images().get(0);
        List<FeatureRow> left = List.of(new FeatureRow(first.path(), first.label(), FeatureVector.of(1, 2, 3, 4, 5)));
        ExtractionOptions options =
                new ExtractionOptions(16, new Earlier(first.modified(), left), ProgressListener.SILENT);
        try (FeatureTable table = open().extract(IMAGES, listing, EXTRACTOR, options)) {
            assertThat(table.counts()).isEqualTo(new ExtractionCounts(590, 0));
        }
    }

    @Test
    void a_small_table_is_one_part_however_many_slices_there_were() throws IOException {
        try (FeatureTable table = extracted()) {
            List<WriteReceipt> receipts =
                    table.write(new Projection.Identity(5), Dataset.features("x"), new MemorySink("one"));

            assertThat(receipts).singleElement().satisfies(receipt -> {
                assertThat(receipt.partition()).isZero();
                assertThat(receipt.rows()).isEqualTo(590);
            });
        }
    }

    @Test
    void every_try_of_a_part_has_a_number_of_its_own() throws IOException {
        LocalSpark.session().sparkContext().conf().set(WholeFiles.FILE_BYTES, "2000");
        try (FeatureTable table = extracted()) {
            MemorySink sink = new MemorySink("tries");
            List<WriteReceipt> first = table.write(new Projection.Identity(5), Dataset.features("x"), sink);
            List<WriteReceipt> second = table.write(new Projection.Identity(5), Dataset.features("x"), sink);

            assertThat(first).extracting(WriteReceipt::partition).containsExactly(0, 1, 2, 3, 4, 5);
            assertThat(first)
                    .extracting(WriteReceipt::rows)
                    .satisfies(rows -> assertThat(
                                    rows.stream().mapToLong(Long::longValue).sum())
                            .isEqualTo(590));
            assertThat(Stream.concat(first.stream(), second.stream()))
                    .extracting(WriteReceipt::attempt)
                    .doesNotHaveDuplicates();
        } finally {
            LocalSpark.session().sparkContext().conf().remove(WholeFiles.FILE_BYTES);
        }
    }

    @Test
    void an_empty_table_still_has_a_part() throws IOException {
        ImageListing nothing = ImageListing.of(List.of());
        try (FeatureTable table = open().extract(IMAGES, nothing, EXTRACTOR, ExtractionOptions.defaults())) {
            assertThat(table.write(new Projection.Identity(5), Dataset.features("x"), new MemorySink("empty")))
                    .extracting(WriteReceipt::rows)
                    .containsExactly(0L);
        }
    }

    @Test
    void jobs_keep_the_group_of_the_caller_and_restore_its_description_and_call_site() throws IOException {
        SparkContext spark = LocalSpark.session().sparkContext();
        spark.setJobGroup("notebook cell 3", "my query", false);
        spark.setCallSite("cell 3");
        try {
            assertThat(NamedJobs.run(spark, "Extract features: x", () -> spark.getLocalProperty("spark.jobGroup.id")))
                    .as("so that cancelling the group cancels these jobs")
                    .isEqualTo("notebook cell 3");

            assertThat(Stream.of("spark.jobGroup.id", "spark.job.description", "callSite.short")
                            .map(spark::getLocalProperty))
                    .containsExactly("notebook cell 3", "my query", "cell 3");
            assertThat(spark.getLocalProperty("spark.job.interruptOnCancel")).isEqualTo("false");
        } finally {
            spark.clearJobGroup();
            spark.clearCallSite();
        }
    }

    @Test
    void jobs_have_a_description_while_they_run() throws IOException {
        assertThat(NamedJobs.count(22_688, "image")).isEqualTo("22,688 images");
        assertThat(NamedJobs.count(1, "row")).isEqualTo("1 row");
        String inside = NamedJobs.run(
                LocalSpark.session().sparkContext(),
                "Extract features: x",
                () -> LocalSpark.session().sparkContext().getLocalProperty("spark.job.description"));

        assertThat(inside).isEqualTo("Extract features: x");
        assertThat(LocalSpark.session().sparkContext().getLocalProperty("spark.job.description"))
                .isNull();
    }

    @Test
    void sparks_pages_show_images_rejects_and_speed_of_the_extraction() throws IOException, InterruptedException {
        Map<String, Object> shown = new ConcurrentHashMap<>();
        CountDownLatch ended = new CountDownLatch(1);
        SparkListener listener = new SparkListener() {
            @Override
            public void onStageCompleted(SparkListenerStageCompleted stage) {
                stage.stageInfo()
                        .accumulables()
                        .values()
                        .foreach(info ->
                                shown.put(info.name().get(), info.value().get()));
                ended.countDown();
            }
        };
        SparkContext spark = LocalSpark.session().sparkContext();
        spark.addSparkListener(listener);
        try (FeatureTable table = extracted()) {
            assertThat(table.rowCount()).isEqualTo(590);
            assertThat(ended.await(1, TimeUnit.MINUTES)).isTrue();
            assertThat(shown)
                    .containsEntry("images", 600L)
                    .containsEntry("rejected images", 10L)
                    .hasEntrySatisfying(
                            ExtractionMetrics.THROUGHPUT,
                            speed -> assertThat((Double) speed).isPositive());
        } finally {
            spark.removeSparkListener(listener);
        }
    }

    @Test
    void in_one_process_the_preflight_reports_one_host() throws IOException {
        assertThat(open().hostReports(IMAGES, EXTRACTOR))
                .singleElement()
                .satisfies(host -> assertThat(host.machine()).isEqualTo(Machine.here()));
    }

    @Test
    void every_executor_is_checked_once() throws IOException {
        JavaSparkContext spark =
                JavaSparkContext.fromSparkContext(LocalSpark.session().sparkContext());
        ByteFeatures.resetRuns();

        List<HostReport> hosts = ExecutorPreflight.of(spark, IMAGES, ModelShipment.of(spark, EXTRACTOR));

        assertThat(hosts)
                .singleElement()
                .satisfies(host -> assertThat(host.isFit()).isTrue());
        assertThat(ByteFeatures.runs()).isEqualTo(1);
    }

    @Test
    void a_host_that_fails_the_check_ends_the_run_with_its_name_and_problem() {
        HostReport fit = new HostReport("node-1", Machine.here(), "ab", null);
        HostReport unfit = new HostReport("node-2", Machine.here(), "ab", "model x: no such file");

        assertThat(ExecutorPreflight.byHost(List.of(unfit, fit, unfit.named("node-1"))))
                .extracting(HostReport::host, HostReport::isFit)
                .containsExactly(tuple("node-1", false), tuple("node-2", false));
        SparkEngine.requireFit(List.of(fit));
        assertThatThrownBy(() -> SparkEngine.requireFit(List.of(fit, unfit, unfit)))
                .isInstanceOf(RunFailedException.class)
                .hasMessage("host node-2: model x: no such file (and 1 more hosts); --doctor shows every host");
    }

    private record Earlier(Instant extractedAfter, List<FeatureRow> left) implements EarlierFeatures {
        @Override
        public Stream<FeatureRow> rows(ModelId model) {
            return left.stream()
                    .sorted(Collections.reverseOrder((a, b) -> a.path().compareTo(b.path())));
        }
    }

    /** A sum whose last bits depend on its order. */
    private record RoughSum() implements Aggregation<Double> {
        @Override
        public Double zero() {
            return 0.0;
        }

        @Override
        public Double add(Double sum, FeatureRow row) {
            return sum
                    + IntStream.range(0, row.vector().dimension())
                            .mapToDouble(i -> row.vector().get(i) / 3.0)
                            .sum();
        }

        @Override
        public Double merge(Double left, Double right) {
            return left + right;
        }
    }

    /** Counts rows and tells whether they came in order. */
    private record LastPath() implements Aggregation<String> {
        @Override
        public String zero() {
            return "";
        }

        @Override
        public String add(String accumulator, FeatureRow row) {
            return merge(accumulator, row.path() + ", 1 in order");
        }

        @Override
        public String merge(String left, String right) {
            if (left.isEmpty() || right.isEmpty()) {
                return left + right;
            }
            String[] l = left.split(", | in", 3);
            String[] r = right.split(", | in", 3);
            String order = l[0].compareTo(r[0]) < 0 ? "order" : "disorder";
            return r[0] + ", " + (Integer.parseInt(l[1]) + Integer.parseInt(r[1])) + " in " + order;
        }
    }
}
