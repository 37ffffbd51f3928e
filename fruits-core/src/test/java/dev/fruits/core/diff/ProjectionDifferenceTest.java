package dev.fruits.core.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fruits.core.pca.ExplainedVariance;
import dev.fruits.core.pca.PcaProjection;
import org.junit.jupiter.api.Test;

class ProjectionDifferenceTest {
    private static final double[] MEAN = {1, 2, 3};
    private static final double[] DISTINCT = {4, 2, 1};
    private static final double[] NEARLY_EQUAL = {4, 3.9999, 1};
    private static final double[][] AXES = {{1, 0, 0}, {0, 1, 0}};

    private static PcaProjection projection(double[] mean, double[][] components, double... variances) {
        return PcaProjection.of(mean, components, ExplainedVariance.of(variances, 100), 100);
    }

    private static ProjectionDifference between(PcaProjection first, PcaProjection second) {
        return ProjectionDifference.of(first, second, Tolerances.DEFAULT);
    }

    /** Axes 1 and 2 turned by an angle, in radians. */
    private static double[][] turned(double angle) {
        return new double[][] {
            {Math.cos(angle), Math.sin(angle), 0},
            {-Math.sin(angle), Math.cos(angle), 0}
        };
    }

    @Test
    void a_projection_differs_from_itself_in_nothing() {
        PcaProjection projection = projection(MEAN, AXES, DISTINCT);

        ProjectionDifference difference = between(projection, projection);

        assertThat(difference.isWithin()).isTrue();
        assertThat(difference.parts())
                .extracting(ProjectionDifference.Part::name)
                .containsExactly("mean", "variance", "components");
        assertThat(difference.parts()).allMatch(part -> part.worst().relative() == 0);
        assertThat(difference.flipped()).isEmpty();
        assertThat(difference.rotated()).isEmpty();
    }

    @Test
    void the_mean_the_variance_and_the_component_that_differ_most_are_named() {
        ProjectionDifference difference = between(
                projection(MEAN, AXES, DISTINCT), projection(new double[] {1, 2, 3.5}, turned(0.01), 4, 2.5, 1));

        assertThat(difference.isWithin()).isFalse();
        assertThat(difference.parts().get(0).worst()).isEqualTo(new ValueDifference("mean", 2, 3, 3.5, 3.5));
        assertThat(difference.parts().get(1).worst()).isEqualTo(new ValueDifference("variance", 1, 2, 2.5, 4));
        assertThat(difference.parts().get(2).worst().where()).isEqualTo("component 1");
        assertThat(difference.parts().get(2).worst().relative()).isCloseTo(Math.sin(0.01), within(1e-12));
    }

    @Test
    void a_small_variance_is_measured_against_the_largest() {
        ProjectionDifference difference =
                between(projection(MEAN, AXES, 4, 2, 1e-8), projection(MEAN, AXES, 4, 2, 2e-8));

        assertThat(difference.isWithin()).isTrue();
        assertThat(difference.parts().get(1).worst().relative()).isEqualTo(1e-8 / 4);
    }

    /** Where two entries are nearly as large, rounding decides which way the sign rule points. */
    @Test
    void a_component_that_points_the_other_way_is_turned_and_noted() {
        double half = Math.sqrt(0.5);
        PcaProjection first = projection(MEAN, new double[][] {{half + 1e-9, -half, 0}, {0, 0, 1}}, DISTINCT);
        PcaProjection second = projection(MEAN, new double[][] {{-half, half + 1e-9, 0}, {0, 0, 1}}, DISTINCT);

        ProjectionDifference difference = between(first, second);

        assertThat(difference.flipped()).containsExactly(1);
        assertThat(difference.isWithin()).isTrue();
        assertThat(ProjectionDifference.alignment(first, second, Tolerances.DEFAULT)
                        .apply(new double[] {5, 7}))
                .containsExactly(-5, 7);
    }

    @Test
    void components_of_nearly_equal_variance_are_compared_by_what_they_span() {
        PcaProjection first = projection(MEAN, AXES, NEARLY_EQUAL);
        PcaProjection second = projection(MEAN, turned(0.7), NEARLY_EQUAL);

        ProjectionDifference difference = between(first, second);

        assertThat(difference.rotated()).hasSize(1);
        assertThat(difference.rotated().get(0).from()).isEqualTo(1);
        assertThat(difference.rotated().get(0).to()).isEqualTo(2);
        assertThat(difference.rotated().get(0).gap()).isCloseTo(2.5e-5, within(1e-12));
        assertThat(difference.isWithin()).isTrue();
        double[] row = {Math.cos(0.7), -Math.sin(0.7)}; // of the point (1, 0, 0) + mean, in the second run
        assertThat(ProjectionDifference.alignment(first, second, Tolerances.DEFAULT)
                        .apply(row))
                .containsExactly(new double[] {1, 0}, within(1e-12));
    }

    @Test
    void components_of_nearly_equal_variance_that_span_something_else_differ() {
        double[][] other = {{Math.cos(0.7), 0, Math.sin(0.7)}, {0, 1, 0}};

        assertThat(between(projection(MEAN, AXES, NEARLY_EQUAL), projection(MEAN, other, NEARLY_EQUAL))
                        .isWithin())
                .isFalse();
    }

    @Test
    void components_of_distinct_variance_may_not_be_rotated() {
        ProjectionDifference difference =
                between(projection(MEAN, AXES, DISTINCT), projection(MEAN, turned(0.7), DISTINCT));

        assertThat(difference.rotated()).isEmpty();
        assertThat(difference.isWithin()).isFalse();
    }

    @Test
    void another_number_of_components_is_told_and_the_rest_compared() {
        ProjectionDifference difference =
                between(projection(MEAN, AXES, DISTINCT), projection(MEAN, new double[][] {AXES[0]}, DISTINCT));

        assertThat(difference.incomparable())
                .isEqualTo("2 components in the first run, 1 in the second; run both with one --pca K");
        assertThat(difference.parts())
                .extracting(ProjectionDifference.Part::name)
                .containsExactly("mean", "variance");
        assertThat(difference.isWithin()).isFalse();
    }

    @Test
    void other_features_are_not_compared() {
        PcaProjection two = projection(new double[] {1, 2}, new double[][] {{1, 0}, {0, 1}}, 2, 1);

        ProjectionDifference difference = between(projection(MEAN, AXES, DISTINCT), two);

        assertThat(difference.incomparable())
                .isEqualTo("3 features in the first run, 2 in the second; compare runs of one model");
        assertThat(difference.parts()).isEmpty();
    }
}
