package dev.fruits.spark.pca;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.WrongUseException;
import org.junit.jupiter.api.Test;

class DriverMemoryTest {
    private static final long TWO_GIB = 2L << 30;

    @Test
    void a_fit_that_the_driver_cannot_hold_is_refused_with_what_it_needs() {
        assertThatThrownBy(() -> DriverMemory.require(8192, 64, TWO_GIB))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("pca of 8192 features: needs about 4.0 GiB of memory on the driver, which has 2.0 GiB;"
                        + " pass --driver-memory 5g to spark-submit, or use a model with fewer features");
    }

    @Test
    void the_usual_sizes_fit_a_small_driver() {
        assertThatCode(() -> DriverMemory.require(2048, MllibPca.BYTES_PER_ENTRY, TWO_GIB / 2))
                .doesNotThrowAnyException();
    }
}
