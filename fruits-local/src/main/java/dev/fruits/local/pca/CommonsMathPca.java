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
 * dimensions and by core's {@link BlockedEigenSolver} for larger ones. Both are held to one contract, and to each other.
 * Immutable, safe for many threads.
 */
public final class CommonsMathPca implements PcaReducer {
    /** Up to this dimension Commons Math takes no more than some milliseconds. */
    static final int LARGEST_FOR_COMMONS_MATH = 64;

    private final ComponentChoice choice;
    private final EigenSolver solver;

    private CommonsMathPca(ComponentChoice choice, EigenSolver solver) {
        this.choice = choice;
        this.solver = solver;
    }

    /** Decomposes on all processors; the result does not depend on how many there are. */
    public static CommonsMathPca keeping(ComponentChoice choice) {
        return keeping(choice, Runtime.getRuntime().availableProcessors());
    }

    /** Decomposes on so many threads, at least 1. */
    public static CommonsMathPca keeping(ComponentChoice choice, int threads) {
        return keeping(choice, bySize(new CommonsMathEigenSolver(), new BlockedEigenSolver(threads)));
    }

    /** Decomposes with this solver at any dimension. */
    public static CommonsMathPca keeping(ComponentChoice choice, EigenSolver solver) {
        return new CommonsMathPca(choice, solver);
    }

    /** Decomposes with Commons Math at any dimension: the reference, slow above some hundred features. */
    public static CommonsMathPca referenceKeeping(ComponentChoice choice) {
        return keeping(choice, new CommonsMathEigenSolver());
    }

    private static EigenSolver bySize(EigenSolver small, EigenSolver large) {
        return (matrix, wanted) -> (matrix.length <= LARGEST_FOR_COMMONS_MATH ? small : large).solve(matrix, wanted);
    }

    @Override
    public String name() {
        return "commons-math";
    }

    @Override
    public ComponentChoice choice() {
        return choice;
    }

    @Override
    public PcaProjection fit(FeatureTable features) throws IOException {
        return PcaFit.of(features, choice, solver);
    }
}
