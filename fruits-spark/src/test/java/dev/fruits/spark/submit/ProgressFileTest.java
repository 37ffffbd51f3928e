package dev.fruits.spark.submit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fruits.core.image.Location;
import dev.fruits.core.run.RunProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressFileTest {
    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");

    @TempDir
    Path folder;

    private final WhenTold writer = new WhenTold();

    /** Does what was scheduled when it is told to. */
    private static final class WhenTold extends ScheduledThreadPoolExecutor {
        private Runnable work = () -> {};

        WhenTold() {
            super(1);
        }

        @Override
        public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long initial, long delay, TimeUnit unit) {
            assertThat(unit.toSeconds(delay)).isEqualTo(10);
            work = command;
            return super.schedule(() -> {}, 0, TimeUnit.SECONDS);
        }

        void tick() {
            work.run();
        }
    }

    @AfterEach
    void end() {
        writer.shutdownNow();
    }

    private ProgressFile beside(String results) {
        return new ProgressFile(new Location(results), writer, () -> NOW);
    }

    private Path file() {
        return folder.resolve(RunProgress.NAME);
    }

    @Test
    void nothing_is_written_before_the_first_ten_seconds_and_then_the_latest() throws IOException {
        try (ProgressFile progress = beside("file://" + folder)) {
            writer.tick();
            progress.progress("Extract features", 10, 100);
            progress.progress("Extract features", 20, 100);
            assertThat(file()).doesNotExist();
            writer.tick();
            assertThat(RunProgress.parse("file", Files.readString(file())))
                    .isEqualTo(new RunProgress("Extract features", 20, 100, NOW));
        }
    }

    @Test
    void what_does_not_change_is_not_written_again() throws IOException {
        try (ProgressFile progress = beside("file://" + folder)) {
            progress.progress("Fit", 1, 2);
            writer.tick();
            Files.delete(file());
            writer.tick();
            assertThat(file()).doesNotExist();
            progress.progress("Fit", 2, 2);
            writer.tick();
            assertThat(file()).exists();
        }
    }

    @Test
    void the_file_goes_when_the_run_is_over() {
        ProgressFile progress = beside("file://" + folder);
        progress.progress("Fit", 1, 2);
        writer.tick();
        progress.close();
        writer.tick();
        assertThat(file()).doesNotExist();
        assertThat(writer.isShutdown()).isTrue();
    }

    @Test
    void a_place_that_cannot_be_written_to_does_not_fail_the_run() throws IOException {
        Path inTheWay = Files.createFile(folder.resolve("file"));
        try (ProgressFile progress = beside("file://" + inTheWay)) {
            progress.progress("Fit", 1, 2);
            writer.tick();
        }
        assertThat(inTheWay).isEmptyFile();
    }
}
