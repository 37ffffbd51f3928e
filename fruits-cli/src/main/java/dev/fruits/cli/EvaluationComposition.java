package dev.fruits.cli;

import dev.fruits.cli.compose.Adapters;
import dev.fruits.cli.console.EvaluationText;
import dev.fruits.cli.option.OptionValues;
import dev.fruits.cli.option.RunOptions;
import dev.fruits.core.RunFailedException;
import dev.fruits.core.engine.EarlierFeatures;
import dev.fruits.core.engine.Engine;
import dev.fruits.core.engine.ProgressListener;
import dev.fruits.core.evaluate.EvaluationBuilder;
import dev.fruits.core.evaluate.EvaluationImages;
import dev.fruits.core.evaluate.EvaluationReport;
import dev.fruits.core.evaluate.EvaluationRun;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.feature.ModelId;
import dev.fruits.core.image.Location;
import dev.fruits.core.image.PerLabelSample;
import dev.fruits.core.sink.Document;
import dev.fruits.core.sink.ExistingResults;
import dev.fruits.core.sink.ResultStore;
import dev.fruits.core.spi.EngineSettings;
import dev.fruits.eigen.BlockedEigenSolver;
import dev.fruits.local.classify.TribuoClassifier;
import dev.fruits.parquet.ParquetFeatures;
import dev.fruits.parquet.ParquetSink;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Stream;

/**
 * Chooses the adapters of an evaluation, which runs on the local engine.
 *
 * @param adapters to choose from
 * @param out folder of the evaluation: {@code train/} and {@code test/} hold the features
 * @param parent features of the folder that holds both folders of images, reused; {@link EarlierFeatures#NONE} for none
 */
record EvaluationComposition(Adapters adapters, InstantSource clock, Path out, EarlierFeatures parent) {
    /**
     * Evaluates a CNN on the images that {@code options} name and saves the report; the features that a killed
     * evaluation extracted are resumed.
     */
    EvaluationReport run(OptionValues options, FeatureExtractor extractor, ProgressListener listener)
            throws IOException {
        long seed = options.orDefault(RunOptions.SEED);
        int threads = options.orDefault(RunOptions.THREADS);
        Integer perLabel = options.get(RunOptions.PER_LABEL);
        EvaluationBuilder evaluation = EvaluationRun.builder(
                        images(EvaluationOptions.location(options, EvaluationOptions.TRAIN), "train"),
                        images(EvaluationOptions.location(options, EvaluationOptions.TEST), "test"),
                        extractor,
                        TribuoClassifier.withSeed(seed))
                .threshold(options.orDefault(EvaluationOptions.THRESHOLD))
                .batch(options.orDefault(RunOptions.BATCH))
                .threads(threads)
                .decompose(new BlockedEigenSolver(threads))
                .listener(listener)
                .clock(clock);
        if (perLabel != null) {
            evaluation.select(new PerLabelSample(perLabel, seed)::applyTo);
        }
        if (options.has(RunOptions.PCA) || options.has(RunOptions.VARIANCE)) {
            evaluation.reduce(adapters.reducer(null, RunOptions.DEFAULT_ENGINE).open(RunOptions.components(options)));
        }
        try (Engine training = engine("train", threads);
                Engine test = engine("test", threads)) {
            EvaluationReport report = evaluation.build().runOn(training, test);
            report.save(out, new Document("evaluation.md", EvaluationText.markdown(report)));
            return report;
        }
    }

    private EvaluationImages images(Location images, String folder) throws IOException {
        ResultStore features = adapters.results(new Location(out.resolve(folder).toString()));
        ParquetSink sink = new ParquetSink(features, ExistingResults.REPLACE);
        EarlierFeatures given = parent == EarlierFeatures.NONE
                ? parent
                : new FeaturesBelow(Path.of(images.localPath()).getFileName() + "/", parent);
        return new EvaluationImages(adapters.images(images), sink, kept(features), given);
    }

    private static EarlierFeatures kept(ResultStore features) throws IOException {
        try {
            return ParquetFeatures.in(features);
        } catch (RunFailedException e) {
            return EarlierFeatures.NONE; // a damaged manifest: the features are extracted again
        }
    }

    private Engine engine(String images, int threads) throws IOException {
        Path work = out.resolve(images).resolve(".work");
        return adapters.engine(RunOptions.DEFAULT_ENGINE).open(new EngineSettings(threads, work, true));
    }

    /**
     * The earlier features of one folder, selected from those of its parent folder.
     *
     * @param prefix of the paths in the parent folder, with its last {@code /}; removed here
     * @param above all features of the parent folder
     */
    private record FeaturesBelow(String prefix, EarlierFeatures above) implements EarlierFeatures {
        @Override
        public Instant extractedAfter() {
            return above.extractedAfter();
        }

        @Override
        public Stream<FeatureRow> rows(ModelId model) throws IOException {
            return above.rows(model)
                    .filter(row -> row.path().startsWith(prefix))
                    .map(row -> new FeatureRow(row.path().substring(prefix.length()), row.label(), row.vector()));
        }
    }
}
