package dev.fruits.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.engine.FeatureTable;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.feature.FeatureVector;
import dev.fruits.core.pca.ComponentChoice;
import dev.fruits.core.pca.PcaProjection;
import dev.fruits.core.pca.PcaReducer;
import dev.fruits.core.pca.Reducer;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link PcaReducer} must keep. */
public abstract class PcaReducerContract extends ReducerContract {
    /** A reducer that keeps so many components. */
    protected abstract PcaReducer reducer(ComponentChoice choice);

    @Override
    protected final Reducer reducer(int dimension) {
        return reducer(ComponentChoice.components(dimension));
    }

    @Test
    void it_states_its_choice() {
        ComponentChoice choice = ComponentChoice.variance(0.9);

        assertThat(reducer(choice).choice()).isEqualTo(choice);
        assertThat(reducer(choice).requested()).isEqualTo("variance 0.9");
    }

    @Test
    void more_components_than_features_are_rejected_before_any_work() {
        assertThatThrownBy(
                        () -> reducer(ComponentChoice.components(9)).requirePossible(100, new ByteFeatures(8, "none")))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("pca 9: the model has 8 features; pass --pca 8 or less");
    }

    @ParameterizedTest
    @CsvSource({"40,6,3", "12,30,11", "300,20,20", "600,70,9"})
    void components_are_orthonormal_and_signed(int rows, int dimension, int k) throws IOException {
        PcaProjection pca = fit(ComponentChoice.components(k), decaying(rows, dimension, 1));

        double[][] components = pca.components();
        assertThat(components).hasDimensions(k, dimension);
        for (int i = 0; i < k; i++) {
            for (int j = 0; j <= i; j++) {
                assertThat(dot(components[i], components[j])).isCloseTo(i == j ? 1 : 0, within(1e-11));
            }
            assertThat(entryOfLargestMagnitude(components[i])).isPositive();
        }
    }

    @Test
    void variances_fall_and_sum_to_the_trace() throws IOException {
        float[][] data = decaying(200, 15, 2);

        double[] variances =
                fit(ComponentChoice.components(4), data).explainedVariance().toArray();

        assertThat(variances).hasSize(15);
        for (int i = 1; i < variances.length; i++) {
            assertThat(variances[i]).isBetween(0.0, variances[i - 1]);
        }
        assertThat(Arrays.stream(variances).sum()).isCloseTo(totalVariance(data), within(1e-11 * totalVariance(data)));
    }

    @Test
    void projected_rows_are_centred_and_vary_as_the_spectrum_says() throws IOException {
        float[][] data = decaying(500, 12, 3);

        PcaProjection pca = fit(ComponentChoice.components(5), data);

        float[][] projected =
                pca.apply(vectors(data)).stream().map(FeatureVector::toArray).toArray(float[][]::new);
        for (int j = 0; j < 5; j++) {
            double variance = pca.explainedVariance().variance(j);
            assertThat(mean(projected, j)).isCloseTo(0, within(1e-6 * Math.sqrt(variance)));
            assertThat(variance(projected, j)).isCloseTo(variance, within(1e-5 * variance));
        }
        assertThat(pca.rowCount()).isEqualTo(500);
    }

    @Test
    void choosing_by_variance_keeps_what_choosing_that_many_keeps() throws IOException {
        float[][] data = decaying(150, 25, 4);

        PcaProjection byVariance = fit(ComponentChoice.variance(0.9), data);
        int k = byVariance.outputDimension();
        PcaProjection byCount = fit(ComponentChoice.components(k), data);

        assertThat(byVariance.explainedVariance().cumulativeShare(k)).isGreaterThanOrEqualTo(0.9);
        assertThat(byVariance.explainedVariance().cumulativeShare(k - 1)).isLessThan(0.9);
        for (int i = 0; i < k; i++) {
            assertThat(byVariance.components()[i]).containsExactly(byCount.components()[i], within(1e-9));
        }
    }

    @Test
    void all_of_the_variance_is_as_many_components_as_there_are_directions() throws IOException {
        assertThat(fit(ComponentChoice.variance(1), decaying(7, 20, 5)).outputDimension())
                .isEqualTo(6);
    }

    @Test
    void a_constant_column_takes_no_part() throws IOException {
        float[][] data = decaying(60, 5, 6);
        for (float[] row : data) {
            row[2] = 0.1f;
        }

        PcaProjection pca = fit(ComponentChoice.variance(1), data);

        assertThat(pca.outputDimension()).isEqualTo(4);
        assertThat(pca.mean()[2]).isCloseTo(0.1f, within(1e-15));
        for (double[] component : pca.components()) {
            assertThat(component[2]).isCloseTo(0, within(1e-12));
        }
    }

    @Test
    void equal_variances_span_the_right_space() throws IOException {
        float[][] data = new float[8][6];
        for (int i = 0; i < 4; i++) {
            data[2 * i][i] = i == 3 ? 1 : 5;
            data[2 * i + 1][i] = i == 3 ? -1 : -5;
        }

        double[][] components = fit(ComponentChoice.components(3), data).components();

        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < 6; j++) {
                double projector = 0;
                for (double[] component : components) {
                    projector += component[i] * component[j];
                }
                assertThat(projector).isCloseTo(i == j && i < 3 ? 1 : 0, within(1e-12));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5})
    void rows_that_do_not_vary_are_refused(int rows) {
        float[][] data = new float[rows][4];
        for (float[] row : data) {
            Arrays.fill(row, 0.3f);
        }

        assertThatThrownBy(() -> fit(ComponentChoice.components(1), data))
                .isInstanceOf(WrongUseException.class)
                .hasMessageContaining("pca 1: these images span only 0 components");
        assertThatThrownBy(() -> fit(ComponentChoice.variance(0.5), data))
                .isInstanceOf(WrongUseException.class)
                .hasMessageContaining("do not vary");
    }

    @Test
    void more_components_than_the_rows_span_are_refused() {
        float[][] data = decaying(5, 9, 7);

        assertThatThrownBy(() -> fit(ComponentChoice.components(5), data))
                .isInstanceOf(WrongUseException.class)
                .hasMessageContaining("pca 5: 5 images span at most 4 components; pass --pca 4 or less");
    }

    @Test
    void rows_that_repeat_span_fewer_components() {
        float[][] data = decaying(9, 12, 8);
        data[7] = data[1];
        data[8] = data[2];

        assertThatThrownBy(() -> fit(ComponentChoice.components(7), data))
                .isInstanceOf(WrongUseException.class)
                .hasMessageContaining("span only 6 components");
    }

    @Test
    void more_components_than_features_are_refused() {
        assertThatThrownBy(() -> fit(ComponentChoice.components(10), decaying(50, 9, 9)))
                .isInstanceOf(WrongUseException.class)
                .hasMessageContaining("pca 10: the model has 9 features; pass --pca 9 or less");
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void a_feature_that_is_not_finite_is_refused_by_its_path(float value) {
        float[][] data = decaying(50, 9, 10);
        data[31][4] = value;

        assertThatThrownBy(() -> fit(ComponentChoice.components(2), data))
                .isInstanceOf(WrongUseException.class)
                .hasMessageContaining("features of Apple/31.jpg: not finite (" + value + " at 4)");
    }

    private PcaProjection fit(ComponentChoice choice, float[][] data) throws IOException {
        List<FeatureRow> rows = InMemoryFeatureTable.of(data).rows().toList();
        try (FeatureTable table = table(rows, data[0].length)) {
            return reducer(choice).fit(table);
        }
    }

    private static List<FeatureVector> vectors(float[][] data) {
        return Arrays.stream(data).map(FeatureVector::of).toList();
    }

    /** Rows around means of different size, along mixed directions of falling variance. */
    public static float[][] decaying(int rows, int dimension, long seed) {
        Random random = new Random(seed);
        double[][] directions = new double[dimension][];
        Arrays.setAll(directions, i -> random.doubles(dimension, -1, 1).toArray());
        float[][] data = new float[rows][dimension];
        for (float[] row : data) {
            for (int i = 0; i < dimension; i++) {
                double along = random.nextGaussian() * Math.pow(0.8, i);
                for (int j = 0; j < dimension; j++) {
                    row[j] += (float) (along * directions[i][j]);
                }
            }
            for (int j = 0; j < dimension; j++) {
                row[j] += j % 7;
            }
        }
        return data;
    }

    private static double entryOfLargestMagnitude(double[] component) {
        double largest = 0;
        for (double entry : component) {
            largest = Math.abs(entry) > Math.abs(largest) ? entry : largest;
        }
        return largest;
    }

    private static double totalVariance(float[][] data) {
        double total = 0;
        for (int j = 0; j < data[0].length; j++) {
            total += variance(data, j);
        }
        return total;
    }

    private static double variance(float[][] data, int column) {
        double mean = mean(data, column);
        return Arrays.stream(data)
                        .mapToDouble(row -> (row[column] - mean) * (row[column] - mean))
                        .sum()
                / (data.length - 1);
    }

    private static double mean(float[][] data, int column) {
        return Arrays.stream(data).mapToDouble(row -> row[column]).average().orElseThrow();
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
