package dev.fruits.spark.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.util.AccumulatorV2;
import org.junit.jupiter.api.Test;

class ExtractionMetricsTest {
    private static final long SECOND = 1_000_000_000;

    private static ExtractionMetrics.Throughput of(long images, long seconds) {
        ExtractionMetrics.Throughput speed = new ExtractionMetrics.Throughput();
        speed.add(new ExtractionMetrics.Work(images, seconds * SECOND));
        return speed;
    }

    @Test
    void it_is_images_through_seconds_of_all_tasks_however_they_are_merged() {
        ExtractionMetrics.Throughput left = of(100, 1);
        left.merge(of(50, 2));
        ExtractionMetrics.Throughput right = of(50, 2);
        right.merge(of(100, 1));

        assertThat(left.value()).isEqualTo(50.0).isEqualTo(right.value());
    }

    @Test
    void without_work_it_is_zero_and_a_reset_copy_begins_again() {
        ExtractionMetrics.Throughput speed = of(7, 1);
        AccumulatorV2<ExtractionMetrics.Work, Double> copy = speed.copyAndReset();

        assertThat(new ExtractionMetrics.Throughput().isZero()).isTrue();
        assertThat(new ExtractionMetrics.Throughput().value()).isZero();
        assertThat(copy.isZero()).isTrue();
        assertThat(speed.value()).isEqualTo(7.0);
    }
}
