package dev.fruits.core.diff;

import dev.fruits.core.engine.ProgressListener;
import dev.fruits.core.pca.PcaProjection;
import dev.fruits.core.sink.Dataset;
import dev.fruits.core.sink.RunResults;
import java.io.IOException;
import java.util.function.UnaryOperator;

/**
 * Compares two finished runs value by value, joined by path, whatever wrote them and in whatever order their rows are.
 * Memory does not grow with the number of images beyond 256 MiB of vectors with their paths: where a table is larger, it
 * is read several times.
 */
public final class RunComparison {
    private static final String NO_ORIGIN = "";

    private final Tolerances tolerances;
    private final ProgressListener listener;
    private final long heldBytes;

    public RunComparison(Tolerances tolerances, ProgressListener listener) {
        this(tolerances, listener, TableJoin.HELD_BYTES);
    }

    /** @param heldBytes of vectors that may be in memory, above 0 */
    RunComparison(Tolerances tolerances, ProgressListener listener, long heldBytes) {
        this.tolerances = tolerances;
        this.listener = listener;
        this.heldBytes = heldBytes;
    }

    /**
     * Reads both runs and compares everything.
     *
     * @throws dev.fruits.core.RunFailedException if a run is damaged: a document or a table is missing or unreadable
     * @throws IOException if the system fails
     */
    public RunDifference between(RunResults first, RunResults second) throws IOException {
        FinishedRun one = FinishedRun.of(first);
        FinishedRun other = FinishedRun.of(second);
        PcaProjection a = one.projection();
        PcaProjection b = other.projection();
        return new RunDifference(
                first.location(),
                second.location(),
                tolerances,
                ManifestDifference.between(one.manifest(), other.manifest()),
                PathDifference.ofRejects(one.rejections(), other.rejections()),
                features(a, b).of(join(first, second, Dataset.features(NO_ORIGIN))),
                reduced(a, b).of(join(first, second, Dataset.reduced(NO_ORIGIN))),
                ProjectionDifference.of(a, b, tolerances));
    }

    private TableComparison features(PcaProjection a, PcaProjection b) {
        return new TableComparison(
                Dataset.FEATURES,
                tolerances.features(),
                a.inputDimension(),
                ProjectionDifference.unequalInputs(a, b),
                UnaryOperator.identity());
    }

    private TableComparison reduced(PcaProjection a, PcaProjection b) {
        return new TableComparison(
                Dataset.REDUCED,
                tolerances.components(),
                a.outputDimension(),
                ProjectionDifference.unequal(a, b),
                ProjectionDifference.alignment(a, b, tolerances));
    }

    private TableJoin join(RunResults first, RunResults second, Dataset dataset) {
        return new TableJoin(first, second, dataset, listener, heldBytes);
    }
}
