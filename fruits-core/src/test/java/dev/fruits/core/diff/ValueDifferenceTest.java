package dev.fruits.core.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.WrongUseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueDifferenceTest {
    @Test
    void the_place_of_the_largest_difference_is_found() {
        ValueDifference worst =
                ValueDifference.between("a.jpg", new double[] {0, 0.5, 0.25}, new double[] {0.125, 0, 0.25});

        assertThat(worst).isEqualTo(new ValueDifference("a.jpg", 1, 0.5, 0, 1));
        assertThat(worst.relative()).isEqualTo(0.5);
    }

    @Test
    void a_difference_is_a_share_of_the_largest_magnitude_of_both_vectors() {
        ValueDifference worst = ValueDifference.between("a.jpg", new double[] {2, 8}, new double[] {3, -16});

        assertThat(worst.scale()).isEqualTo(16);
        assertThat(worst.relative()).isEqualTo(1.5);
    }

    @Test
    void vectors_of_small_numbers_are_measured_against_1() {
        assertThat(ValueDifference.between("a.jpg", new double[] {1e-7}, new double[] {3e-7})
                        .relative())
                .isEqualTo(3e-7 - 1e-7);
    }

    @ParameterizedTest
    @CsvSource({
        "NaN, NaN, 0",
        "NaN, 1, Infinity",
        "1, NaN, Infinity",
        "Infinity, Infinity, 0",
        "Infinity, -Infinity, Infinity",
        "1, Infinity, Infinity"
    })
    void numbers_that_are_not_finite_are_equal_to_themselves_only(double first, double second, double relative) {
        assertThat(ValueDifference.between("a.jpg", new double[] {0, first}, new double[] {0, second})
                        .relative())
                .isEqualTo(relative);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1e-6, Double.NaN, Double.POSITIVE_INFINITY})
    void a_tolerance_that_is_none_is_wrong_use(double tolerance) {
        assertThatThrownBy(() -> new Tolerances(1e-6, tolerance, 1e-6))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("components-tolerance " + tolerance + ": must be 0 or more, such as 1e-6");
    }
}
