package dev.fruits.examples;

import dev.fruits.core.engine.Engine;
import dev.fruits.core.pca.ComponentChoice;
import dev.fruits.core.run.Pipeline;
import dev.fruits.core.run.RunReport;
import dev.fruits.core.spi.EngineSettings;
import dev.fruits.djl.DjlFeatureExtractor;
import dev.fruits.local.engine.LocalEngine;
import dev.fruits.local.image.LocalImageSource;
import dev.fruits.local.pca.CommonsMathPca;
import dev.fruits.local.store.LocalResultStore;
import dev.fruits.parquet.ParquetSink;
import java.io.IOException;
import java.nio.file.Path;

/** The whole pipeline in a program of one's own: photographs in class folders → features → PCA → Parquet. */
public final class EmbeddedPipeline {
    private EmbeddedPipeline() {}

    /**
     * Runs on the laptop.
     *
     * @param photographs a folder with one sub-folder per class
     * @param cnn an ONNX file with a model card
     * @param out where the results go; must not hold results yet
     */
    public static RunReport run(Path photographs, Path cnn, Path out) throws IOException {
        // snippet: embedded
        try (Engine engine = LocalEngine.open(EngineSettings.in(out.resolve(".work")))) {
            return Pipeline.builder(
                            LocalImageSource.of(photographs),
                            DjlFeatureExtractor.of(cnn),
                            ParquetSink.into(LocalResultStore.in(out)))
                    .reduce(CommonsMathPca.keeping(ComponentChoice.variance(0.95)))
                    .build()
                    .runOn(engine);
        }
        // end of snippet
    }

    /** Takes the three paths of {@link #run}. */
    public static void main(String[] args) throws IOException {
        RunReport report = run(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]));
        System.out.printf(
                "%d images, %d rejected, %d components%n",
                report.ledger().results(),
                report.ledger().rejected(),
                report.projection().outputDimension());
    }
}
