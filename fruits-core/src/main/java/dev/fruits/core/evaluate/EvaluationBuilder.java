package dev.fruits.core.evaluate;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.classify.Classifier;
import dev.fruits.core.classify.Prediction;
import dev.fruits.core.engine.ExtractionOptions;
import dev.fruits.core.engine.ProgressListener;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.image.ImageListing;
import dev.fruits.core.linalg.EigenSolver;
import dev.fruits.core.pca.Reducer;
import java.time.InstantSource;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The settings of an {@link EvaluationRun}; an eigen solver or a reducer is required. */
public final class EvaluationBuilder {
    final EvaluationImages training;
    final EvaluationImages test;
    final FeatureExtractor extractor;
    final Classifier classifier;
    private @Nullable EigenSolver solver;

    @Nullable
    Reducer reducer;

    UnaryOperator<ImageListing> selection = UnaryOperator.identity();
    double threshold = Prediction.DEFAULT_THRESHOLD;
    int batch = ExtractionOptions.DEFAULT_BATCH;
    int threads = Runtime.getRuntime().availableProcessors();
    ProgressListener listener = ProgressListener.SILENT;
    InstantSource clock = InstantSource.system();

    EvaluationBuilder(
            EvaluationImages training, EvaluationImages test, FeatureExtractor extractor, Classifier classifier) {
        this.training = training;
        this.test = test;
        this.extractor = extractor;
        this.classifier = classifier;
    }

    /** Trains the classifier on components of the features; by default it is trained on the features themselves. */
    public EvaluationBuilder reduce(Reducer pca) {
        this.reducer = pca;
        return this;
    }

    /** Decomposes the covariance of the features, to count the components that explain 95 % of the variance. */
    public EvaluationBuilder decompose(EigenSolver eigen) {
        this.solver = eigen;
        return this;
    }

    /** Selects images of either listing; what it leaves out must be counted as ignored. All images by default. */
    public EvaluationBuilder select(UnaryOperator<ImageListing> choice) {
        this.selection = choice;
        return this;
    }

    /**
     * Also counts the predictions that reach this probability; {@value Prediction#DEFAULT_THRESHOLD} by default.
     *
     * @throws WrongUseException if it is not 0 to 1
     */
    public EvaluationBuilder threshold(double probability) {
        this.threshold = Prediction.requireThreshold(probability);
        return this;
    }

    /** Images per call of the CNN; {@value ExtractionOptions#DEFAULT_BATCH} by default. */
    public EvaluationBuilder batch(int images) {
        this.batch = images;
        return this;
    }

    /** Threads that search nearest neighbours, at least 1; one per processor by default. */
    public EvaluationBuilder threads(int count) {
        this.threads = count;
        return this;
    }

    /** Is notified of the progress. */
    public EvaluationBuilder listener(ProgressListener progress) {
        this.listener = progress;
        return this;
    }

    /** The clock of manifests and of the classifier; that of the system by default. */
    public EvaluationBuilder clock(InstantSource time) {
        this.clock = time;
        return this;
    }

    /**
     * The evaluation.
     *
     * @throws WrongUseException if it has neither an eigen solver nor a reducer
     */
    public EvaluationRun build() {
        if (reducer == null) {
            solver();
        }
        return new EvaluationRun(this);
    }

    EigenSolver solver() {
        if (solver == null) {
            throw new WrongUseException("evaluation: has no eigen solver; call decompose(…) or reduce(…)");
        }
        return solver;
    }
}
