package dev.fruits.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fruits.cli.StoppedClock;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final String STEP = "Extract features";

    private final StringWriter shown = new StringWriter();
    private final StoppedClock clock = new StoppedClock();

    private Progress lines() {
        return Progress.lines(new PrintWriter(shown), clock);
    }

    private Progress bar() {
        return Progress.bar(new PrintWriter(shown), clock);
    }

    private List<String> drawn() {
        return List.of(shown.toString().split("\r\u001B\\[K"));
    }

    @Test
    void a_line_comes_every_five_seconds_and_at_the_end() {
        try (Progress progress = lines()) {
            for (int done = 0; done <= 1200; done += 100) {
                progress.progress(STEP, done, 1200);
                clock.advance(Duration.ofSeconds(1));
            }
        }
        assertThat(shown.toString().lines())
                .containsExactly(
                        "Extract features: 500 / 1,200 (41 %), 100.0 images/s, 7 s left",
                        "Extract features: 1,000 / 1,200 (83 %), 100.0 images/s, 2 s left",
                        "Extract features: 1,200 / 1,200 (100 %), 100.0 images/s");
    }

    @Test
    void a_new_step_starts_its_own_pace() {
        try (Progress progress = lines()) {
            progress.progress("List", 10, 10);
            clock.advance(Duration.ofSeconds(100));
            progress.progress(STEP, 0, 1000);
            clock.advance(Duration.ofSeconds(10));
            progress.progress(STEP, 10, 1000);
        }
        assertThat(shown.toString().lines())
                .containsExactly(
                        "List: 10 / 10 (100 %)", "Extract features: 10 / 1,000 (1 %), 1.0 images/s, 16 min 30 s left");
    }

    @Test
    void the_bar_is_drawn_on_one_line_and_ends_it() {
        try (Progress progress = bar()) {
            progress.progress(STEP, 0, 200);
            clock.advance(Duration.ofSeconds(1));
            progress.progress(STEP, 100, 200);
        }
        assertThat(drawn())
                .containsExactly(
                        "",
                        "Extract features [------------------------] 0 / 200 (0 %)",
                        "Extract features [############------------] 100 / 200 (50 %), 100.0 images/s, 1 s left"
                                + System.lineSeparator());
    }

    @Test
    void the_bar_is_drawn_ten_times_a_second_at_most() {
        try (Progress progress = bar()) {
            IntStream.range(0, 1000).forEach(done -> {
                progress.progress(STEP, done, 1000);
                clock.advance(Duration.ofMillis(1));
            });
        }
        assertThat(drawn()).hasSize(1 + 10);
    }

    @Test
    void a_download_is_counted_in_megabytes() {
        try (Progress progress = lines()) {
            for (int second = 0; second <= 10; second++) {
                progress.fetched("resnet18", second * 4_000_000L, 40_000_000);
                clock.advance(Duration.ofSeconds(1));
            }
        }
        assertThat(shown.toString().lines())
                .containsExactly(
                        "Download resnet18: 20.0 MB / 40.0 MB (50 %), 4.0 MB/s, 5 s left",
                        "Download resnet18: 40.0 MB / 40.0 MB (100 %), 4.0 MB/s");
    }

    @Test
    void a_download_of_unknown_size_shows_what_is_here() {
        try (Progress progress = bar()) {
            progress.fetched("mine", 0, 0);
            clock.advance(Duration.ofSeconds(2));
            progress.fetched("mine", 5_000_000, 0);
        }
        assertThat(drawn())
                .containsExactly(
                        "", "Download mine: 0.0 MB", "Download mine: 5.0 MB, 2.5 MB/s" + System.lineSeparator());
    }

    @Test
    void a_count_that_comes_late_is_not_shown() {
        try (Progress progress = bar()) {
            progress.progress(STEP, 50, 100);
            clock.advance(Duration.ofSeconds(1));
            progress.progress(STEP, 40, 100);
        }
        assertThat(shown.toString()).contains("50 / 100").doesNotContain("40 / 100");
    }

    @Test
    void nothing_to_do_is_done() {
        try (Progress progress = lines()) {
            progress.progress(STEP, 0, 0);
        }
        assertThat(shown.toString()).isEqualToNormalizingNewlines("Extract features: 0 / 0 (100 %)\n");
    }

    @Test
    void a_line_of_its_own_takes_the_place_of_the_bar() {
        try (Progress progress = bar()) {
            progress.progress(STEP, 100, 100);
            progress.say("Epoch 1");
            progress.say("Epoch 2");
        }
        assertThat(drawn())
                .containsExactly(
                        "",
                        "Extract features [########################] 100 / 100 (100 %)",
                        "Epoch 1" + System.lineSeparator() + "Epoch 2" + System.lineSeparator());
    }
}
