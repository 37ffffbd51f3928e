package dev.fruits.emr.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fruits.core.contract.ByteFeatures;
import dev.fruits.core.contract.MemoryImages;
import dev.fruits.core.image.ImageRef;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    private static final long SECOND = 1_000_000_000L;

    private final MemoryImages many = new MemoryImages(8, 100, 7);

    /** Looked at, it is so much later than the last time. */
    private static LongSupplier steps(long... nanos) {
        AtomicLong looks = new AtomicLong();
        AtomicLong now = new AtomicLong();
        return () -> now.addAndGet(nanos[(int) Math.min(looks.getAndIncrement(), nanos.length - 1)]);
    }

    private Calibration measured(LongSupplier nanos) throws IOException {
        return Calibration.of(many, many.list().images(), new ByteFeatures(4, "no such label"), 16, nanos);
    }

    @Test
    void the_sample_is_64_images_evenly_from_all_labels() {
        List<ImageRef> sample = Calibration.sample(many.list().images());

        assertThat(sample).hasSize(64).doesNotHaveDuplicates();
        assertThat(sample.stream().map(ImageRef::label).distinct()).hasSize(8);
    }

    @Test
    void fewer_images_are_worked_on_more_than_once() {
        assertThat(Calibration.sample(new MemoryImages(1, 5, 0).list().images()))
                .hasSize(64);
    }

    @Test
    void the_fastest_of_three_rounds_counts_and_bad_images_with_it() throws IOException {
        // Each round is looked at twice: 2, 1 and 4 seconds.
        Calibration measured = measured(steps(0, 2 * SECOND, 0, SECOND, 0, 4 * SECOND));

        assertThat(measured.imagesPerSecond()).isCloseTo(64, within(1e-9));
        assertThat(measured.perVcpu()).isCloseTo(64.0 / 3, within(1e-9));
    }

    @Test
    void a_fast_cnn_waits_for_s3() {
        assertThat(new Calibration(64, 299).isReadingTheLimit()).isFalse();
        assertThat(new Calibration(64, 2000).isReadingTheLimit()).isTrue();
        assertThat(new Calibration(64, 2000).perVcpu()).isEqualTo(100);
    }

    @Test
    void one_round_is_enough_where_it_takes_long() throws IOException {
        AtomicLong looks = new AtomicLong();

        assertThat(measured(() -> looks.incrementAndGet() * 20 * SECOND).imagesPerSecond())
                .isCloseTo(3.2, within(1e-9));
        assertThat(looks).hasValue(2);
    }

    @Test
    void the_time_of_a_thread_goes_on_with_its_work() {
        long began = Calibration.threadNanos();
        double sum = 0;
        for (int i = 1; i < 10_000_000; i++) {
            sum += Math.sqrt(i);
        }

        assertThat(sum).isPositive();
        assertThat(Calibration.threadNanos()).isGreaterThan(began);
    }
}
