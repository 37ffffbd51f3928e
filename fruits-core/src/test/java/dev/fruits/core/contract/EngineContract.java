package dev.fruits.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.engine.Aggregation;
import dev.fruits.core.engine.EarlierFeatures;
import dev.fruits.core.engine.Engine;
import dev.fruits.core.engine.ExtractionOptions;
import dev.fruits.core.engine.FeatureTable;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.feature.Projection;
import dev.fruits.core.image.ImageListing;
import dev.fruits.core.image.ImageRef;
import dev.fruits.core.image.ImageSource;
import dev.fruits.core.image.Rejection;
import dev.fruits.core.image.Stage;
import dev.fruits.core.sink.Dataset;
import dev.fruits.core.sink.WriteReceipt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Engine} must do. */
public abstract class EngineContract {
    private static final MemoryImages IMAGES = new MemoryImages(5, 20, 0);
    private static final FeatureExtractor EXTRACTOR = new ByteFeatures(6, "/0003");

    /** A fresh engine. */
    protected abstract Engine open() throws IOException;

    @BeforeEach
    void nothing_ran_yet() {
        ByteFeatures.resetRuns();
    }

    @Test
    void rows_come_in_the_order_of_the_listing() throws IOException {
        try (Engine engine = open();
                FeatureTable table = extract(engine, IMAGES, EXTRACTOR)) {
            List<String> expected = IMAGES.list().images().stream()
                    .map(ImageRef::path)
                    .filter(path -> !path.contains("/0003"))
                    .toList();
            try (var rows = table.rows()) {
                assertThat(rows.map(FeatureRow::path)).containsExactlyElementsOf(expected);
            }
            assertThat(table.rowCount()).isEqualTo(95);
            assertThat(table.dimension()).isEqualTo(6);
        }
    }

    @Test
    void features_are_those_of_the_extractor_whatever_the_batch() throws IOException {
        try (Engine engine = open();
                FeatureTable ones = extract(engine, IMAGES, EXTRACTOR, 1)) {
            List<FeatureRow> expected = rows(ones);
            try (Engine other = open();
                    FeatureTable thirteens = extract(other, IMAGES, EXTRACTOR, 13)) {
                assertThat(rows(thirteens)).isEqualTo(expected);
            }
        }
    }

    @Test
    void every_image_has_a_row_or_a_rejection() throws IOException {
        MemoryImages images = new MemoryImages(5, 20, 7);
        try (Engine engine = open();
                FeatureTable table = extract(engine, images, EXTRACTOR)) {
            assertThat(table.rowCount() + table.rejections().size()).isEqualTo(100);
            assertThat(table.rejections())
                    .isSortedAccordingTo(Rejection.BY_PATH)
                    .contains(
                            new Rejection("class 02/0003.jpg", "class 02", Stage.DECODE, "not an image"),
                            new Rejection("class 02/0007.jpg", "class 02", Stage.READ, "gone since the listing"));
        }
    }

    @Test
    void the_cnn_runs_once_per_image_however_often_the_features_are_read() throws IOException {
        try (Engine engine = open();
                FeatureTable table = extract(engine, IMAGES, EXTRACTOR)) {
            table.aggregate(new PathList());
            table.aggregate(new PathList());
            table.write(new Projection.Identity(6), Dataset.features("x"), new MemorySink("once"));
            assertThat(rows(table)).hasSize(95);

            assertThat(ByteFeatures.runs()).isEqualTo(95);
            assertThat(table.counts().cnnRuns()).isEqualTo(95);
        }
    }

    @Test
    void an_aggregation_sees_every_row_once_and_in_order() throws IOException {
        try (Engine engine = open();
                FeatureTable table = extract(engine, IMAGES, EXTRACTOR)) {
            assertThat(table.aggregate(new PathList()))
                    .containsExactlyElementsOf(
                            rows(table).stream().map(FeatureRow::path).toList());
        }
    }

    @Test
    void every_row_is_written_once_and_parts_keep_the_order() throws IOException {
        MemorySink sink = new MemorySink("written");
        sink.prepare();
        try (Engine engine = open();
                FeatureTable table = extract(engine, IMAGES, EXTRACTOR)) {
            List<WriteReceipt> receipts = table.write(new Projection.Identity(6), Dataset.features("x"), sink);
            sink.commit(receipts, List.of());

            assertThat(sink.rows(Dataset.FEATURES)).isEqualTo(rows(table));
            assertThat(receipts).extracting(WriteReceipt::partition).doesNotHaveDuplicates();
        }
    }

    @Test
    void when_every_image_is_rejected_the_table_is_empty() throws IOException {
        try (Engine engine = open();
                FeatureTable table = extract(engine, IMAGES, new ByteFeatures(6, "class"))) {
            assertThat(table.rowCount()).isZero();
            assertThat(table.rejections()).hasSize(100);
            assertThat(table.aggregate(new PathList())).isEmpty();
        }
    }

    @Test
    void a_source_that_fails_ends_the_extraction_with_its_own_message() throws IOException {
        ImageSource broken = new BrokenSource();
        try (Engine engine = open()) {
            assertThatThrownBy(() -> extract(engine, broken, EXTRACTOR))
                    .isInstanceOf(IOException.class)
                    .hasMessage("bucket fruits: access denied");
        }
    }

    @Test
    void reads_overlap_as_the_source_wants_it() throws IOException {
        CrowdedSource source = new CrowdedSource(8);
        CrowdedSource.forget();
        try (Engine engine = open();
                FeatureTable table = extract(engine, source, EXTRACTOR, 4)) {
            assertThat(table.rowCount()).isEqualTo(95);
            assertThat(CrowdedSource.mostAtOnce()).isGreaterThanOrEqualTo(8);
        }
    }

    @Test
    void progress_rises_in_one_thread_at_a_time_and_ends_at_the_total() throws IOException {
        ProgressRecord progress = new ProgressRecord();
        MemoryImages images = new MemoryImages(5, 200, 7);
        ExtractionOptions options = new ExtractionOptions(1, EarlierFeatures.NONE, progress);
        try (Engine engine = open();
                FeatureTable table = engine.extract(images, images.list(), EXTRACTOR, options)) {
            assertThat(progress.totals()).containsExactly(1000L);
            progress.assertInOrder();

            table.aggregate(new PathList());
            table.write(new Projection.Identity(6), Dataset.features("x"), new MemorySink("progress"));
            progress.assertInOrder();
        }
    }

    @Test
    void a_closed_engine_extracts_nothing() throws IOException {
        Engine engine = open();
        engine.close();
        assertThatThrownBy(() -> extract(engine, IMAGES, EXTRACTOR))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("engine " + engine.name() + ": is closed; open another");
    }

    private static FeatureTable extract(Engine engine, ImageSource source, FeatureExtractor extractor)
            throws IOException {
        return extract(engine, source, extractor, 8);
    }

    private static FeatureTable extract(Engine engine, ImageSource source, FeatureExtractor extractor, int batch)
            throws IOException {
        ImageListing listing = source.list();
        return engine.extract(
                source,
                listing,
                extractor,
                new ExtractionOptions(batch, EarlierFeatures.NONE, (step, done, total) -> {}));
    }

    private static List<FeatureRow> rows(FeatureTable table) {
        try (var rows = table.rows()) {
            return rows.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Collects paths; the order of its merges shows in the result. */
    private record PathList() implements Aggregation<ArrayList<String>> {
        @Override
        public ArrayList<String> zero() {
            return new ArrayList<>();
        }

        @Override
        public ArrayList<String> add(ArrayList<String> accumulator, FeatureRow row) {
            accumulator.add(row.path());
            return accumulator;
        }

        @Override
        public ArrayList<String> merge(ArrayList<String> left, ArrayList<String> right) {
            left.addAll(right);
            return left;
        }
    }
}
