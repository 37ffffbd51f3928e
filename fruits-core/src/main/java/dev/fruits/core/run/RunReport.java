package dev.fruits.core.run;

import dev.fruits.core.engine.ExtractionCounts;
import dev.fruits.core.feature.ModelId;
import dev.fruits.core.feature.Projection;
import dev.fruits.core.image.Location;
import dev.fruits.core.image.Rejection;
import dev.fruits.core.pca.PcaProjection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The result of a run: everything that the manifest and the summary contain.
 *
 * @param source where the images came from
 * @param results where the results went
 * @param model the CNN
 * @param dimension length of a feature vector
 * @param reduction how features were reduced; null for a run that keeps features alone
 * @param batch images per call of the CNN
 * @param engine the engine's name
 * @param engineDescription as in {@link dev.fruits.core.engine.Engine#description()}
 * @param options what the caller wants to see in the manifest, in order
 * @param started when the run began
 * @param timings durations of {@code list}, {@code check} (on a cluster), {@code extract}, {@code fit}, {@code write}
 * @param ledger where every image went
 * @param counts how the rows came about
 * @param rejections every rejected image, sorted by path
 */
public record RunReport(
        Location source,
        Location results,
        ModelId model,
        int dimension,
        @Nullable Reduction reduction,
        int batch,
        String engine,
        Map<String, String> engineDescription,
        Map<String, String> options,
        Instant started,
        Map<String, Duration> timings,
        Ledger ledger,
        ExtractionCounts counts,
        List<Rejection> rejections) {

    /** The sum of {@link #timings}. */
    public Duration duration() {
        return timings.values().stream().reduce(Duration.ZERO, Duration::plus);
    }

    /** Images per second through reading, decoding and the CNN; 0 if the CNN did not run. */
    public double imagesPerSecond() {
        Duration extract = timings.getOrDefault(Pipeline.EXTRACT, Duration.ZERO);
        return counts.cnnRuns() == 0 || extract.isZero() ? 0 : counts.cnnRuns() * 1e9 / extract.toNanos();
    }

    /**
     * How features were reduced.
     *
     * @throws IllegalStateException if the pipeline had no reducer
     */
    public Reduction reduced() {
        if (reduction == null) {
            throw new IllegalStateException("run " + results + ": has no reducer, so its features were not reduced");
        }
        return reduction;
    }

    /** The projection of {@link #reduced()}. */
    public Projection projection() {
        return reduced().projection();
    }

    /** The principal components of the run; empty if it has no reducer, or one that fits another projection. */
    public Optional<PcaProjection> pca() {
        return reduction != null && reduction.projection() instanceof PcaProjection pca
                ? Optional.of(pca)
                : Optional.empty();
    }
}
