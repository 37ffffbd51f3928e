package dev.fruits.core.pca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.contract.InMemoryFeatureTable;
import dev.fruits.core.contract.JacobiEigenSolver;
import dev.fruits.core.contract.PcaReducerContract;
import dev.fruits.core.contract.SerializedCopy;
import dev.fruits.core.feature.FeatureVector;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PcaProjectionTest {
    private static final float[][] DATA = PcaReducerContract.decaying(300, 40, 1);
    private static final List<FeatureVector> VECTORS =
            Arrays.stream(DATA).map(FeatureVector::of).toList();

    @Test
    void it_subtracts_the_mean_and_multiplies() throws IOException {
        PcaProjection pca = fitted();
        double[] mean = pca.mean();
        double[][] components = pca.components();

        float[] projected = pca.apply(VECTORS).get(17).toArray();

        for (int i = 0; i < components.length; i++) {
            double sum = 0;
            for (int j = 0; j < mean.length; j++) {
                sum += (DATA[17][j] - mean[j]) * components[i][j];
            }
            assertThat(projected[i]).isCloseTo((float) sum, within(1e-6f));
        }
    }

    @Test
    void a_row_gives_the_same_bits_alone_and_in_any_company() throws IOException {
        PcaProjection pca = fitted();
        List<FeatureVector> together = pca.apply(VECTORS);
        Random random = new Random(1);
        for (int round = 0; round < 20; round++) {
            int begin = random.nextInt(VECTORS.size());
            int end = begin + random.nextInt(VECTORS.size() - begin + 1);

            assertThat(pca.apply(VECTORS.subList(begin, end))).isEqualTo(together.subList(begin, end));
        }
        List<FeatureVector> oneByOne = new ArrayList<>();
        VECTORS.forEach(row -> oneByOne.addAll(pca.apply(List.of(row))));
        assertThat(oneByOne).isEqualTo(together);
    }

    @Test
    void no_rows_give_no_rows() throws IOException {
        assertThat(fitted().apply(List.of())).isEmpty();
    }

    @Test
    void a_row_of_another_dimension_is_refused() throws IOException {
        PcaProjection pca = fitted();

        assertThatThrownBy(() -> pca.apply(List.of(FeatureVector.of(1, 2))))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("features of 2 values: these components were fitted to 40;"
                        + " use the model that they were fitted with");
    }

    @Test
    void the_first_entry_of_largest_magnitude_becomes_positive() {
        double half = Math.sqrt(0.5);
        double[][] components = {{-half, half, 0}, {0, 0, -1}};

        PcaProjection pca =
                PcaProjection.of(new double[3], components, ExplainedVariance.of(new double[] {3, 2, 1}, 10), 10);

        assertThat(pca.components()[0]).containsExactly(half, -half, -0.0);
        assertThat(pca.components()[1][2]).isEqualTo(1);
        assertThat(components[0][0]).isNegative();
    }

    @Test
    void its_arrays_are_copies() throws IOException {
        PcaProjection pca = fitted();

        pca.mean()[0] = 99;
        pca.components()[0][0] = 99;

        assertThat(pca).isEqualTo(fitted());
    }

    @Test
    void equal_parts_are_equal_and_others_are_not() throws IOException {
        PcaProjection pca = fitted();
        double[] otherMean = pca.mean();
        otherMean[3] += 1;

        assertThat(pca).isEqualTo(fitted()).hasSameHashCodeAs(fitted());
        assertThat(PcaProjection.of(otherMean, pca.components(), pca.explainedVariance(), pca.rowCount()))
                .isNotEqualTo(pca);
        assertThat(PcaProjection.of(pca.mean(), pca.components(), pca.explainedVariance(), 1))
                .isNotEqualTo(pca);
        assertThat(pca).hasToString("PcaProjection[40 → 12, fitted to 300 rows]");
    }

    @Test
    void it_travels() throws IOException {
        PcaProjection pca = fitted();
        List<FeatureVector> projected = pca.apply(VECTORS);

        PcaProjection travelled = SerializedCopy.of(pca);

        assertThat(travelled).isEqualTo(pca);
        assertThat(travelled.apply(VECTORS)).isEqualTo(projected);
    }

    @Test
    void shapes_that_do_not_fit_are_refused() {
        ExplainedVariance spectrum = ExplainedVariance.of(new double[] {2, 1}, 5);

        assertThatThrownBy(() -> PcaProjection.of(new double[3], new double[1][3], spectrum, 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("mean of 3 features, 1 components and 2 variances do not fit");
        assertThatThrownBy(() -> PcaProjection.of(new double[2], new double[1][3], spectrum, 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("component 1 has 3 values, not 2");
    }

    @Test
    void json_reads_back_to_the_same_bits() throws IOException {
        PcaProjection pca = fitted();

        assertThat(PcaProjection.fromJson("pca.json", pca.toJson())).isEqualTo(pca);
    }

    @Test
    void json_is_as_documented() {
        PcaProjection pca = PcaProjection.of(
                new double[] {0.5, 1}, new double[][] {{-1, 0}}, ExplainedVariance.of(new double[] {2, 0.25}, 3), 3);

        assertThat(pca.toJson()).isEqualTo("""
                        {
                          "format": "fruits-pca",
                          "version": 1,
                          "rows": 3,
                          "dimension": 2,
                          "mean": [0.5, 1.0],
                          "explained_variance": [2.0, 0.25],
                          "components": [
                            [1.0, -0.0]
                          ]
                        }
                        """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"fruits-pca\" | \"other\" | format 'other', not fruits-pca",
                "\"version\": 1 | \"version\": 2 | version 2 is not known",
                "\"rows\": 3, | ~~ | field 'rows' is missing",
                "\"rows\": 3 | \"rows\": -3 | rows must not be negative: -3",
                "\"dimension\": 2 | \"dimension\": 3 | mean: 2 numbers, not 3",
                "[0.5, 1.0] | [0.5, 1e999] | too large for a double: 1e999",
                "[2.0, 0.25] | [2.0] | explained_variance: 1 numbers, not 2",
                "[2.0, 0.25] | [0.25, 2.0] | explained_variance must fall and not be negative, but does not at 0",
                "[2.0, 0.25] | [2.0, -1] | explained_variance must fall and not be negative, but does not at 1",
                "[1.0, 0.0] | [1.0] | components, row 0: 1 numbers, not 2",
                "[1.0, 0.0] | [0.5, 0.0] | components, row 0: length 0.5, not 1",
                "[[1.0, 0.0]] | [] | components: 0 rows, not 1 to 2",
                "[[1.0, 0.0]] | 7 | 'components' must be a list",
                "{ | [ | pca.json:1:",
            })
    void a_damaged_file_is_refused(String part, String replacement, String message) {
        String text = "{\"format\": \"fruits-pca\", \"version\": 1, \"rows\": 3, \"dimension\": 2,"
                + " \"mean\": [0.5, 1.0], \"explained_variance\": [2.0, 0.25], \"components\": [[1.0, 0.0]]}";
        assertThat(PcaProjection.fromJson("pca.json", text).outputDimension()).isEqualTo(1);
        String damaged = text.replace(part, replacement);

        assertThatThrownBy(() -> PcaProjection.fromJson("pca.json", damaged))
                .isInstanceOf(WrongUseException.class)
                .hasMessageStartingWith("pca.json:")
                .hasMessageContaining(message)
                .hasMessageEndingWith("give the pca.json of a finished run");
    }

    private static PcaProjection fitted() throws IOException {
        return PcaFit.of(InMemoryFeatureTable.of(DATA), ComponentChoice.components(12), new JacobiEigenSolver());
    }
}
