package dev.fruits.cli.compose;

import dev.fruits.cli.console.EvaluationText;
import dev.fruits.cli.option.RunOptions;
import dev.fruits.core.RunFailedException;
import dev.fruits.core.engine.EarlierFeatures;
import dev.fruits.core.engine.Engine;
import dev.fruits.core.evaluate.EvaluationBuilder;
import dev.fruits.core.evaluate.EvaluationImages;
import dev.fruits.core.evaluate.EvaluationReport;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.feature.ModelId;
import dev.fruits.core.image.Location;
import dev.fruits.core.pca.ComponentChoice;
import dev.fruits.core.pca.Reducer;
import dev.fruits.core.sink.Document;
import dev.fruits.core.sink.ExistingResults;
import dev.fruits.core.sink.ResultStore;
import dev.fruits.core.spi.EngineSettings;
import dev.fruits.eigen.BlockedEigenSolver;
import dev.fruits.parquet.ParquetFeatures;
import dev.fruits.parquet.ParquetSink;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * Chooses the adapters of an evaluation, which runs on the local engine.
 *
 * @param adapters to choose from
 * @param out folder of the evaluation: {@code train/} and {@code test/} hold the features
 * @param parent features of the folder that holds both folders of images, reused; {@link EarlierFeatures#NONE} for none
 */
public record EvaluationComposition(Adapters adapters, Path out, EarlierFeatures parent) {
    /** Training images, whose features are kept in {@code train/}. */
    public EvaluationImages training(Location images) throws IOException {
        return images(images, out.resolve("train"));
    }

    /** Test images, whose features are kept in {@code test/}. */
    public EvaluationImages test(Location images) throws IOException {
        return images(images, out.resolve("test"));
    }

    /** Fits the components that a classifier is trained on. */
    public Reducer reducer(ComponentChoice choice) {
        return adapters.reducer(null, RunOptions.DEFAULT_ENGINE).open(choice);
    }

    private EvaluationImages images(Location images, Path folder) throws IOException {
        ResultStore features = adapters.results(new Location(folder.toString()));
        ParquetSink sink = new ParquetSink(features, ExistingResults.REPLACE);
        return new EvaluationImages(adapters.images(images), sink, kept(features), given(images));
    }

    private EarlierFeatures given(Location images) {
        return parent == EarlierFeatures.NONE
                ? parent
                : new FeaturesBelow(Path.of(images.localPath()).getFileName() + "/", parent);
    }

    private static EarlierFeatures kept(ResultStore features) throws IOException {
        try {
            return ParquetFeatures.in(features);
        } catch (RunFailedException e) {
            return EarlierFeatures.NONE; // a damaged manifest: the features are extracted again
        }
    }

    /**
     * Runs the evaluation and saves its report; the features that a killed evaluation extracted are resumed.
     *
     * @param threads CNN sessions that run at once
     */
    public EvaluationReport run(EvaluationBuilder evaluation, int threads) throws IOException {
        try (Engine training = engine("train", threads);
                Engine test = engine("test", threads)) {
            EvaluationReport report = evaluation
                    .threads(threads)
                    .decompose(new BlockedEigenSolver(threads))
                    .build()
                    .runOn(training, test);
            report.save(out, new Document("evaluation.md", EvaluationText.markdown(report)));
            return report;
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
