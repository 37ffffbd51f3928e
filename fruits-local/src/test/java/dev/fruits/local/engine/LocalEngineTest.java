package dev.fruits.local.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.contract.ByteFeatures;
import dev.fruits.core.contract.EngineContract;
import dev.fruits.core.contract.MemoryImages;
import dev.fruits.core.engine.EarlierFeatures;
import dev.fruits.core.engine.Engine;
import dev.fruits.core.engine.ExtractionOptions;
import dev.fruits.core.engine.FeatureTable;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.feature.ModelId;
import dev.fruits.core.spi.EngineSettings;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalEngineTest extends EngineContract {
    private static final MemoryImages IMAGES = new MemoryImages(4, 50, 0);
    private static final ByteFeatures EXTRACTOR = new ByteFeatures(6, "none");

    @TempDir
    Path folder;

    private int opened;

    @Override
    protected Engine open() {
        return LocalEngine.open(new EngineSettings(2, folder.resolve("work" + opened++), false));
    }

    @BeforeEach
    void count_from_zero() {
        ByteFeatures.resetRuns();
    }

    @Test
    void what_a_killed_run_extracted_is_not_extracted_again() throws IOException {
        Path work = folder.resolve("killed");
        assertThatThrownBy(() -> extract(new FailsAt("class 03/0020.jpg"), work, false))
                .isInstanceOf(RunFailedException.class)
                .hasMessage("killed");
        long before = ByteFeatures.runs();
        assertThat(before).isPositive();

        try (FeatureTable table = extract(new FailsAt("never"), work, true)) {
            assertThat(table.rowCount()).isEqualTo(200);
            assertThat(table.counts().reused()).isPositive().isLessThanOrEqualTo(before);
            assertThat(table.counts().cnnRuns() + table.counts().reused()).isEqualTo(200);
            assertThat(rows(table)).isEqualTo(expected());
        }
    }

    @Test
    void without_resume_everything_is_extracted_again() throws IOException {
        Path work = folder.resolve("killed");
        assertThatThrownBy(() -> extract(new FailsAt("class 03/0020.jpg"), work, false))
                .isInstanceOf(RunFailedException.class);

        try (FeatureTable table = extract(new FailsAt("never"), work, false)) {
            assertThat(table.counts().reused()).isZero();
        }
    }

    @Test
    void damaged_leftovers_are_extracted_again() throws IOException {
        Path work = folder.resolve("damaged");
        assertThatThrownBy(() -> extract(new FailsAt("class 03/0020.jpg"), work, false))
                .isInstanceOf(RunFailedException.class);
        try (RandomAccessFile vectors =
                        new RandomAccessFile(work.resolve("features.f32").toFile(), "rw");
                RandomAccessFile journal =
                        new RandomAccessFile(work.resolve("journal.bin").toFile(), "rw")) {
            vectors.write(new byte[] {1, 2, 3, 4, 5});
            journal.setLength(journal.length() - 3);
        }

        try (FeatureTable table = extract(new FailsAt("never"), work, true)) {
            assertThat(rows(table)).isEqualTo(expected());
        }
    }

    @Test
    void leftovers_of_another_model_are_not_used() throws IOException {
        Path work = folder.resolve("other");
        assertThatThrownBy(() -> extract(new FailsAt("class 03/0020.jpg"), work, false))
                .isInstanceOf(RunFailedException.class);

        try (Engine engine = LocalEngine.open(new EngineSettings(2, work, true));
                FeatureTable table = engine.extract(
                        IMAGES, IMAGES.list(), new ByteFeatures(6, "other"), ExtractionOptions.defaults())) {
            assertThat(table.counts().reused()).isZero();
        }
    }

    @Test
    void features_of_a_finished_run_are_reused_unless_the_image_was_written_since() throws IOException {
        List<FeatureRow> known = expected().subList(0, 120);

        assertThat(reusedOf(known, Instant.parse("2026-06-01T00:00:00Z"))).isEqualTo(120);
        assertThat(reusedOf(known, Instant.parse("2025-06-01T00:00:00Z"))).isZero();
    }

    @Test
    void two_runs_cannot_share_a_work_folder() throws IOException {
        Path work = folder.resolve("shared");
        try (FeatureTable table = extract(EXTRACTOR, work, false)) {
            assertThat(table.rowCount()).isEqualTo(200);
            assertThatThrownBy(() -> extract(EXTRACTOR, work, false))
                    .isInstanceOf(WrongUseException.class)
                    .hasMessage("work folder " + work + ": another run is using it; wait for it or pass another");
        }
    }

    @Test
    void a_closed_table_leaves_no_work_folder() throws IOException {
        Path work = folder.resolve("closed");
        extract(EXTRACTOR, work, false).close();

        assertThat(Files.exists(work)).isFalse();
    }

    @Test
    void the_number_of_threads_does_not_change_a_bit() throws IOException {
        try (Engine one = LocalEngine.open(new EngineSettings(1, folder.resolve("one"), false));
                FeatureTable single = one.extract(IMAGES, IMAGES.list(), EXTRACTOR, ExtractionOptions.defaults());
                Engine four = LocalEngine.open(new EngineSettings(4, folder.resolve("four"), false));
                FeatureTable many = four.extract(IMAGES, IMAGES.list(), EXTRACTOR, ExtractionOptions.defaults())) {
            assertThat(rows(many)).isEqualTo(rows(single));
        }
    }

    private long reusedOf(List<FeatureRow> known, Instant extractedAfter) throws IOException {
        EarlierFeatures earlier = new EarlierFeatures() {
            @Override
            public Instant extractedAfter() {
                return extractedAfter;
            }

            @Override
            public Stream<FeatureRow> rows(ModelId model) {
                return known.stream();
            }
        };
        try (Engine engine = open();
                FeatureTable table = engine.extract(
                        IMAGES,
                        IMAGES.list(),
                        EXTRACTOR,
                        new ExtractionOptions(8, earlier, (step, done, total) -> {}))) {
            assertThat(rows(table)).isEqualTo(expected());
            return table.counts().reused();
        }
    }

    private List<FeatureRow> expected() throws IOException {
        try (FeatureTable table = extract(EXTRACTOR, folder.resolve("expected"), false)) {
            return rows(table);
        }
    }

    private static FeatureTable extract(FeatureExtractor extractor, Path work, boolean resume) throws IOException {
        Engine engine = LocalEngine.open(new EngineSettings(2, work, resume));
        return engine.extract(
                IMAGES, IMAGES.list(), extractor, new ExtractionOptions(8, EarlierFeatures.NONE, (s, d, t) -> {}));
    }

    private static List<FeatureRow> rows(FeatureTable table) throws IOException {
        try (var rows = table.rows()) {
            return rows.toList();
        }
    }
}
