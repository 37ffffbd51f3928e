package dev.fruits.spark.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.util.AccumulatorV2;
import org.junit.jupiter.api.Test;

class SlotSpeedTest {
    private static final long SECOND = 1_000_000_000;

    private static SlotSpeed of(long images, long seconds) {
        SlotSpeed speed = SlotSpeed.none();
        speed.add(new SlotSpeed.Work(images, seconds * SECOND));
        return speed;
    }

    @Test
    void it_is_images_through_seconds_of_all_tasks_however_they_are_merged() {
        SlotSpeed left = of(100, 1);
        left.merge(of(50, 2));
        SlotSpeed right = of(50, 2);
        right.merge(of(100, 1));

        assertThat(left.value()).isEqualTo(50.0).isEqualTo(right.value());
    }

    @Test
    void without_work_it_is_zero_and_a_reset_copy_begins_again() {
        SlotSpeed speed = of(7, 1);
        AccumulatorV2<SlotSpeed.Work, Double> copy = speed.copyAndReset();

        assertThat(SlotSpeed.none().isZero()).isTrue();
        assertThat(SlotSpeed.none().value()).isZero();
        assertThat(copy.isZero()).isTrue();
        assertThat(speed.value()).isEqualTo(7.0);
    }
}
