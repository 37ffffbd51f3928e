package dev.fruits.eigen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.contract.EigenSolverContract;
import dev.fruits.core.contract.SymmetricMatrices;
import dev.fruits.core.linalg.EigenSolver;
import dev.fruits.core.linalg.EigenSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockedEigenSolverTest extends EigenSolverContract {
    @Override
    protected EigenSolver solver() {
        return new BlockedEigenSolver(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 129, 401})
    void the_number_of_threads_changes_no_bit(int n) {
        EigenSystem one = solve(new BlockedEigenSolver(1), n);
        EigenSystem two = solve(new BlockedEigenSolver(2), n);
        EigenSystem four = solve(new BlockedEigenSolver(4), n);

        assertThat(two.values()).containsExactly(one.values());
        assertThat(four.values()).containsExactly(one.values());
        assertThat(two.vectors()).isDeepEqualTo(one.vectors());
        assertThat(four.vectors()).isDeepEqualTo(one.vectors());
    }

    @Test
    void no_threads_are_refused() {
        assertThatThrownBy(() -> new BlockedEigenSolver(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("threads 0: must be at least 1");
    }

    @Test
    void what_the_caller_throws_comes_through() {
        IllegalStateException refusal = new IllegalStateException("no");

        assertThatThrownBy(() -> new BlockedEigenSolver(2).solve(SymmetricMatrices.random(90, 1), values -> {
                    throw refusal;
                }))
                .isSameAs(refusal);
    }

    private static EigenSystem solve(EigenSolver solver, int n) {
        return solver.solve(SymmetricMatrices.random(n, 41), values -> values.length / 2);
    }
}
