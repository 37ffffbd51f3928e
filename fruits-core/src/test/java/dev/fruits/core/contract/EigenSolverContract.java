package dev.fruits.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fruits.core.linalg.EigenSolver;
import dev.fruits.core.linalg.EigenSystem;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link EigenSolver} must keep. */
public abstract class EigenSolverContract {
    /** The solver under test. */
    protected abstract EigenSolver solver();

    @Test
    void an_empty_matrix_has_no_eigenvalues() {
        EigenSystem system = solver().solve(new double[0][], all -> all.length);

        assertThat(system.values()).isEmpty();
        assertThat(system.vectors()).isEmpty();
    }

    @Test
    void a_single_entry_is_its_own_eigenvalue() {
        EigenSystem system = solveAll(new double[][] {{-3.5}});

        assertThat(system.values()).containsExactly(-3.5);
        assertThat(Math.abs(system.vectors()[0][0])).isEqualTo(1);
    }

    @Test
    void a_diagonal_matrix_gives_its_entries_largest_first() {
        EigenSystem system = requireDecomposed(SymmetricMatrices.diagonal(2, -1, 7, 0, 3));

        assertThat(system.values()).containsExactly(new double[] {7, 3, 2, 0, -1}, within(1e-14));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 40, 41, 130})
    void a_zero_matrix_is_decomposed(int n) {
        EigenSystem system = requireDecomposed(new double[n][n]);

        assertThat(system.values()).containsOnly(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 40, 41, 130})
    void the_identity_is_decomposed(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);

        EigenSystem system = requireDecomposed(SymmetricMatrices.diagonal(ones));

        assertThat(system.values()).containsOnly(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 33, 64, 65, 129, 200, 401})
    void random_matrices_are_decomposed(int n) {
        requireDecomposed(SymmetricMatrices.random(n, n));
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 65, 200})
    void known_eigenvalues_are_found(int n) {
        double[] falling = IntStream.range(0, n).mapToDouble(i -> n - 1.5 * i).toArray();

        EigenSystem system = requireDecomposed(SymmetricMatrices.withSpectrum(n, falling));

        assertThat(system.values()).containsExactly(falling, within(n * 1e-14 * n));
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 90, 200})
    void repeated_eigenvalues_give_orthogonal_vectors(int n) {
        double[] values =
                IntStream.range(0, n).mapToDouble(i -> 3 - i / (n / 5)).toArray();

        EigenSystem system = requireDecomposed(SymmetricMatrices.withSpectrum(7, values));

        assertThat(system.values()).containsExactly(values, within(n * 1e-14));
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 150})
    void clustered_eigenvalues_give_orthogonal_vectors(int n) {
        double[] values = IntStream.range(0, n)
                .mapToDouble(i -> (i < n / 2 ? 1 : 0) + 1e-13 * (n - i))
                .toArray();

        requireDecomposed(SymmetricMatrices.withSpectrum(11, values));
    }

    @Test
    void a_rapidly_falling_spectrum_is_decomposed() {
        double[] values =
                IntStream.range(0, 120).mapToDouble(i -> Math.pow(10, -i / 6.0)).toArray();

        requireDecomposed(SymmetricMatrices.withSpectrum(13, values));
    }

    @ParameterizedTest
    @ValueSource(ints = {21, 101, 201})
    void pairs_that_agree_to_rounding_are_decomposed(int n) {
        requireDecomposed(wilkinson(n));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-300, 1e-160, 1e-20, 1e20, 1e160, 1e300})
    void scale_does_not_matter(double scale) {
        double[][] matrix = SymmetricMatrices.random(70, 17);
        for (double[] row : matrix) {
            for (int j = 0; j < row.length; j++) {
                row[j] *= scale;
            }
        }

        requireDecomposed(matrix);
    }

    @Test
    void entries_of_very_different_size_are_decomposed() {
        double[][] matrix = SymmetricMatrices.random(80, 19);
        for (int i = 0; i < 80; i++) {
            for (int j = 0; j < 80; j++) {
                matrix[i][j] *= Math.pow(10, -1.5 * (i + j));
            }
        }

        requireDecomposed(matrix);
    }

    @Test
    void a_block_matrix_whose_halves_do_not_touch_is_decomposed() {
        double[][] matrix = new double[100][100];
        double[][] half = SymmetricMatrices.random(50, 23);
        for (int i = 0; i < 50; i++) {
            System.arraycopy(half[i], 0, matrix[i], 0, 50);
            System.arraycopy(half[i], 0, matrix[50 + i], 50, 50);
        }

        requireDecomposed(matrix);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 100})
    void only_the_wanted_vectors_are_computed(int wanted) {
        double[][] matrix = SymmetricMatrices.random(100, 29);
        EigenSystem all = solveAll(matrix);

        EigenSystem some = solver().solve(SymmetricMatrices.copy(matrix), values -> wanted);

        assertThat(some.values()).containsExactly(all.values());
        assertThat(some.vectors()).hasNumberOfRows(wanted);
        for (int i = 0; i < wanted; i++) {
            assertThat(Math.abs(dot(some.vectors()[i], all.vectors()[i]))).isCloseTo(1, within(1e-12));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 12, 100})
    void the_caller_decides_on_the_very_eigenvalues_it_gets(int n) {
        AtomicReference<double[]> told = new AtomicReference<>(new double[0]);

        EigenSystem system = solver().solve(SymmetricMatrices.random(n, 31), values -> {
            told.set(values.clone());
            return 1;
        });

        assertThat(system.values()).containsExactly(told.get());
    }

    @Test
    void a_value_that_is_not_finite_is_refused() {
        double[][] matrix = SymmetricMatrices.random(5, 37);
        matrix[1][3] = Double.NaN;
        matrix[3][1] = Double.NaN;

        assertThatThrownBy(() -> solveAll(matrix))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("NaN at row 1, column 3");
    }

    @Test
    void a_matrix_that_is_not_square_is_refused() {
        assertThatThrownBy(() -> solveAll(new double[][] {{1, 2, 3}, {2, 1, 3}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be square");
    }

    private EigenSystem solveAll(double[][] matrix) {
        return solver().solve(SymmetricMatrices.copy(matrix), values -> values.length);
    }

    /** Falling values, A v = λ v and Vᵀ V = I, each to n · 1e-14 of the norm. */
    private EigenSystem requireDecomposed(double[][] matrix) {
        int n = matrix.length;
        EigenSystem system = solveAll(matrix);
        double[] values = system.values();
        double norm = Math.max(Math.abs(values[0]), Math.abs(values[n - 1]));
        assertThat(values).hasSize(n);
        assertThat(system.vectors()).hasDimensions(n, n);
        double residual = 0;
        double skew = 0;
        for (int i = 0; i < n; i++) {
            assertThat(i == 0 || values[i] <= values[i - 1]).isTrue();
            double[] v = system.vectors()[i];
            for (int j = 0; j < n; j++) {
                residual = Math.max(residual, Math.abs(dot(matrix[j], v) - values[i] * v[j]));
                skew = Math.max(skew, Math.abs(dot(v, system.vectors()[j]) - (i == j ? 1 : 0)));
            }
        }
        assertThat(residual).isLessThanOrEqualTo(n * 1e-14 * norm);
        assertThat(skew).isLessThanOrEqualTo(n * 1e-14);
        return system;
    }

    /** Wilkinson's matrix W+: its large eigenvalues come in pairs that agree to many digits. */
    private static double[][] wilkinson(int n) {
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            matrix[i][i] = Math.abs(i - n / 2);
            if (i > 0) {
                matrix[i][i - 1] = 1;
                matrix[i - 1][i] = 1;
            }
        }
        return matrix;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
