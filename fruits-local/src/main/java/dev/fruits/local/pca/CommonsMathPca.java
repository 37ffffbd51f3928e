package dev.fruits.local.pca;

import dev.fruits.core.engine.FeatureTable;
import dev.fruits.core.linalg.EigenSolver;
import dev.fruits.core.pca.ComponentChoice;
import dev.fruits.core.pca.PcaFit;
import dev.fruits.core.pca.PcaProjection;
import dev.fruits.core.pca.PcaReducer;
import dev.fruits.eigen.BlockedEigenSolver;
import java.io.IOException;

/**
 * Principal components in this process: moments in one pass, then an eigen-decomposition, by Commons Math for small
 * dimensions and by {@link BlockedEigenSolver} for larger ones. Both are held to one contract, and to each other.
 * Immutable, safe for many threads.
 *
 * @param solver of any dimension
 */
public record CommonsMathPca(ComponentChoice choice, EigenSolver solver) implements PcaReducer {
    /** Up to this dimension Commons Math takes no more than some milliseconds. */
    static final int LARGEST_FOR_COMMONS_MATH = 64;

    /** Decomposes on all processors; the result does not depend on how many there are. */
    public static CommonsMathPca keeping(ComponentChoice choice) {
        return keeping(choice, Runtime.getRuntime().availableProcessors());
    }

    /** Decomposes on so many threads, at least 1. */
    public static CommonsMathPca keeping(ComponentChoice choice, int threads) {
        return new CommonsMathPca(choice, bySize(new CommonsMathEigenSolver(), new BlockedEigenSolver(threads)));
    }

    private static EigenSolver bySize(EigenSolver small, EigenSolver large) {
        return (matrix, wanted) -> (matrix.length <= LARGEST_FOR_COMMONS_MATH ? small : large).solve(matrix, wanted);
    }

    @Override
    public String name() {
        return "commons-math";
    }

    @Override
    public PcaProjection fit(FeatureTable features) throws IOException {
        return PcaFit.of(features, choice, solver);
    }
}
