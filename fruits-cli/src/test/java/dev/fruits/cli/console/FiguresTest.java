package dev.fruits.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    @ParameterizedTest
    @CsvSource({"0, 0 s", "59499, 59 s", "59500, 1 min 0 s", "133000, 2 min 13 s", "4980000, 1 h 23 min"})
    void times_have_two_units_at_most(long millis, String text) {
        assertThat(Figures.time(Duration.ofMillis(millis))).isEqualTo(text);
    }
}
