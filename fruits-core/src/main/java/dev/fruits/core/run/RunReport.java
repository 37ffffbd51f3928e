package dev.fruits.core.run;

import dev.fruits.core.engine.ExtractionCounts;
import dev.fruits.core.feature.ModelId;
import dev.fruits.core.image.Location;
import dev.fruits.core.image.Rejection;
import dev.fruits.core.pca.PcaProjection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a run did, in full: everything that the manifest and the summary say.
 *
 * @param source where the images came from
 * @param results where the results went
 * @param model the CNN
 * @param reducer name of the {@link dev.fruits.core.pca.Reducer}
 * @param choice how many components were asked for, as text
 * @param batch images per call of the CNN
 * @param engine the engine's name
 * @param engineDescription as in {@link dev.fruits.core.engine.Engine#description()}
 * @param options what the caller wants to see in the manifest, in order
 * @param started when the run began
 * @param timings steps: {@code list}, {@code check} (on a cluster), {@code extract}, {@code fit}, {@code write}
 * @param ledger where every image went
 * @param counts how the rows came about
 * @param rejections every rejected image, sorted by path
 * @param projection what was fitted
 */
public record RunReport(
        Location source,
        Location results,
        ModelId model,
        String reducer,
        String choice,
        int batch,
        String engine,
        Map<String, String> engineDescription,
        Map<String, String> options,
        Instant started,
        Timings timings,
        Ledger ledger,
        ExtractionCounts counts,
        List<Rejection> rejections,
        PcaProjection projection) {

    /** Images per second through reading, decoding and the CNN; 0 if the CNN did not run. */
    public double imagesPerSecond() {
        Duration extract = timings.of(Pipeline.EXTRACT);
        return counts.cnnRuns() == 0 || extract.isZero() ? 0 : counts.cnnRuns() * 1e9 / extract.toNanos();
    }

    /** Share of the variance that the kept components explain, 0 to 1. */
    public double varianceExplained() {
        return projection.explainedVariance().cumulativeShare(projection.outputDimension());
    }
}
