package dev.fruits.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CosineScheduleTest {
    private final CosineSchedule schedule = new CosineSchedule(0.2, 10, 110);

    @Test
    void it_rises_evenly_to_its_peak() {
        assertThat(schedule.rate(0)).isEqualTo(0.02, within(1e-12));
        assertThat(schedule.rate(9)).isEqualTo(0.2, within(1e-12));
        assertThat(schedule.rate(10)).isEqualTo(0.2, within(1e-12));
    }

    @Test
    void it_falls_along_half_a_cosine_to_nothing() {
        assertThat(schedule.rate(60)).isEqualTo(0.1, within(1e-12));
        assertThat(schedule.rate(110)).isEqualTo(0, within(1e-12));
        assertThat(schedule.rate(200)).isEqualTo(0, within(1e-12));
    }
}
