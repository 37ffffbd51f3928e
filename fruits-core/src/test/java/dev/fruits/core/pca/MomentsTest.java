package dev.fruits.core.pca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.contract.SerializedCopy;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.feature.FeatureVector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {
    private static final int DIMENSION = 261;
    private static final List<FeatureRow> ROWS = rows(1200);

    @Test
    void one_pass_gives_the_two_pass_result() {
        Moments moments = add(new Moments(DIMENSION), ROWS);

        requireTwoPassResult(moments);
        assertThat(moments.totalVariance()).isCloseTo(trace(moments.covariance()), within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void any_sharding_merged_in_any_tree_gives_one_result(long seed) {
        Random random = new Random(seed);
        List<Moments> parts = new ArrayList<>();
        int begin = 0;
        while (begin < ROWS.size()) {
            int end = Math.min(ROWS.size(), begin + random.nextInt(400));
            parts.add(add(new Moments(DIMENSION), ROWS.subList(begin, end)));
            begin = end;
        }
        parts.add(new Moments(DIMENSION));
        Collections.shuffle(parts, random);

        while (parts.size() > 1) {
            Moments other = parts.remove(random.nextInt(parts.size()));
            parts.get(random.nextInt(parts.size())).merge(other);
        }

        requireTwoPassResult(parts.get(0));
    }

    @Test
    void serialising_in_the_middle_changes_no_bit() {
        Moments whole = add(new Moments(DIMENSION), ROWS);

        Moments travelled = add(new Moments(DIMENSION), ROWS.subList(0, 700));
        travelled = SerializedCopy.of(travelled);
        assertThat(travelled.count()).isEqualTo(700);
        add(travelled, ROWS.subList(700, ROWS.size()));

        assertThat(travelled.mean()).containsExactly(whole.mean());
        assertThat(travelled.covariance()).isDeepEqualTo(whole.covariance());
    }

    @Test
    void an_empty_accumulator_is_neutral_to_the_bit() {
        Moments plain = add(new Moments(DIMENSION), ROWS);
        Moments merged = add(new Moments(DIMENSION), ROWS);
        Moments onto = new Moments(DIMENSION);

        merged.merge(new Moments(DIMENSION));
        onto.merge(plain);

        assertThat(merged.covariance()).isDeepEqualTo(plain.covariance());
        assertThat(onto.covariance()).isDeepEqualTo(plain.covariance());
        assertThat(onto.mean()).containsExactly(plain.mean());
    }

    @Test
    void merging_leaves_the_other_as_it_was() {
        Moments left = add(new Moments(DIMENSION), ROWS.subList(0, 50));
        Moments right = add(new Moments(DIMENSION), ROWS.subList(50, 400));
        Moments alone = add(new Moments(DIMENSION), ROWS.subList(50, 400));

        left.merge(right);

        assertThat(right.count()).isEqualTo(350);
        assertThat(right.covariance()).isDeepEqualTo(alone.covariance());
    }

    @Test
    void reading_between_rows_changes_nothing_beyond_rounding() {
        Moments moments = new Moments(DIMENSION);
        for (int begin = 0; begin < ROWS.size(); begin += 100) {
            add(moments, ROWS.subList(begin, begin + 100));
            assertThat(moments.mean()).hasSize(DIMENSION);
        }

        requireTwoPassResult(moments);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void fewer_than_two_rows_do_not_vary(int rows) {
        Moments moments = add(new Moments(DIMENSION), ROWS.subList(0, rows));

        assertThat(moments.count()).isEqualTo(rows);
        assertThat(moments.totalVariance()).isZero();
        assertThat(moments.covariance()).isDeepEqualTo(new double[DIMENSION][DIMENSION]);
    }

    @Test
    void a_column_of_large_values_keeps_its_digits() {
        Moments moments = new Moments(1);
        for (int i = 0; i < 1000; i++) {
            moments.add(row(i, 1 << 23, i % 2));
        }

        assertThat(moments.covariance()[0][0]).isCloseTo(250.0 / 999, within(1e-11));
    }

    @Test
    void a_value_that_is_not_finite_is_refused_by_its_path() {
        float[] values = new float[20];
        values[17] = Float.NaN;
        FeatureRow bad = new FeatureRow("Apple/1.jpg", "Apple", FeatureVector.of(values));

        assertThatThrownBy(() -> new Moments(20).add(bad))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("features of Apple/1.jpg: not finite (NaN at 17);"
                        + " extract this image again or leave it out");
    }

    @Test
    void a_row_of_another_dimension_is_refused_by_its_path() {
        FeatureRow bad = new FeatureRow("Apple/1.jpg", "Apple", FeatureVector.of(1, 2, 3));

        assertThatThrownBy(() -> new Moments(20).add(bad))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("features of Apple/1.jpg: 3 values, not 20; extract all images with one model");
    }

    @Test
    void moments_of_another_dimension_are_refused() {
        assertThatThrownBy(() -> new Moments(20).merge(new Moments(21)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("moments of dimension 21, not 20");
        assertThatThrownBy(() -> new Moments(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 1");
    }

    private static Moments add(Moments moments, List<FeatureRow> rows) {
        rows.forEach(moments::add);
        return moments;
    }

    private static FeatureRow row(int i, float base, float offset) {
        return new FeatureRow("Apple/" + i + ".jpg", "Apple", FeatureVector.of(base + offset));
    }

    private static List<FeatureRow> rows(int count) {
        Random random = new Random(1);
        List<FeatureRow> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            float[] values = new float[DIMENSION];
            float common = (float) random.nextGaussian();
            for (int j = 0; j < DIMENSION; j++) {
                values[j] = (float) (j % 50 + common + random.nextGaussian() / (1 + j % 13));
            }
            rows.add(new FeatureRow("Apple/" + i + ".jpg", "Apple", FeatureVector.of(values)));
        }
        return rows;
    }

    private static void requireTwoPassResult(Moments moments) {
        double[] mean = new double[DIMENSION];
        ROWS.forEach(row -> row.vector().addTo(mean));
        for (int j = 0; j < DIMENSION; j++) {
            mean[j] /= ROWS.size();
        }
        double[][] expected = twoPassCovariance(mean);
        double[][] covariance = moments.covariance();
        assertThat(moments.count()).isEqualTo(ROWS.size());
        assertThat(moments.mean()).containsExactly(mean, within(1e-12 * 50));
        double error = 0;
        for (int i = 0; i < DIMENSION; i++) {
            for (int j = 0; j < DIMENSION; j++) {
                double scale = Math.sqrt(expected[i][i] * expected[j][j]);
                error = Math.max(error, Math.abs(covariance[i][j] - expected[i][j]) / scale);
                assertThat(covariance[i][j]).isEqualTo(covariance[j][i]);
            }
        }
        assertThat(error).isLessThan(1e-12);
    }

    private static double[][] twoPassCovariance(double[] mean) {
        double[][] covariance = new double[DIMENSION][DIMENSION];
        double[] centred = new double[DIMENSION];
        for (FeatureRow row : ROWS) {
            row.vector().centredInto(centred, 0, mean);
            for (int i = 0; i < DIMENSION; i++) {
                for (int j = 0; j < DIMENSION; j++) {
                    covariance[i][j] += centred[i] * centred[j] / (ROWS.size() - 1);
                }
            }
        }
        return covariance;
    }

    private static double trace(double[][] matrix) {
        double sum = 0;
        for (int i = 0; i < matrix.length; i++) {
            sum += matrix[i][i];
        }
        return sum;
    }
}
