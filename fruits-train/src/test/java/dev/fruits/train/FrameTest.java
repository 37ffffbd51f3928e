package dev.fruits.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameTest {
    @ParameterizedTest
    @CsvSource({
        "Apple Red 1/17_100.jpg, Apple Red 1/, 17",
        "Apple Red 1/r_17_100.jpg, Apple Red 1/r_, 17",
        "Tomato 1/r2_8_100.jpg, Tomato 1/r2_, 8",
        "a/b/IMG_0042.png, a/b/IMG_, 42",
        "a/7.jpg, a/, 7",
        "a/cover.jpg, a/cover.jpg, 0"
    })
    void a_name_tells_series_and_number(String path, String series, long number) {
        assertThat(Frame.of(path)).isEqualTo(new Frame(series, number));
    }
}
