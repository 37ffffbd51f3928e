package dev.fruits.core.run;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.engine.EarlierFeatures;
import dev.fruits.core.engine.ExtractionOptions;
import dev.fruits.core.engine.ProgressListener;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.feature.Projection;
import dev.fruits.core.image.ImageListing;
import dev.fruits.core.image.ImageSource;
import dev.fruits.core.pca.Reducer;
import dev.fruits.core.sink.ResultSink;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The settings of a {@link Pipeline}; each has a default. */
public final class PipelineBuilder {
    final ImageSource source;
    final FeatureExtractor extractor;
    final ResultSink sink;
    private @Nullable ImageListing listing;

    @Nullable
    Reducer reducer;

    boolean keepsEarlier;
    boolean projectionFiles = true;
    private UnaryOperator<ImageListing> selection = UnaryOperator.identity();
    int batch = ExtractionOptions.DEFAULT_BATCH;
    EarlierFeatures earlier = EarlierFeatures.NONE;
    ProgressListener listener = ProgressListener.SILENT;
    InstantSource clock = InstantSource.system();
    Map<String, String> options = Map.of();

    PipelineBuilder(ImageSource source, FeatureExtractor extractor, ResultSink sink) {
        this.source = source;
        this.extractor = extractor;
        this.sink = sink;
    }

    /** Some images of the source, listed already; all of them by default. */
    public PipelineBuilder listing(ImageListing listed) {
        this.listing = listed;
        return this;
    }

    /**
     * Fits a projection to the features and projects them; without it the run keeps the features alone, of no image
     * where all images are bad.
     */
    public PipelineBuilder reduce(Reducer fitting) {
        this.reducer = fitting;
        return this;
    }

    /**
     * Projects with a projection that was fitted before, instead of fitting any. Then a run that gives no row is whole
     * too: all its images may be bad.
     */
    public PipelineBuilder project(Projection fitted) {
        this.reducer = new GivenProjection(fitted);
        return this;
    }

    /** Leaves out the files that describe the projection, where they are stored once for many runs. */
    public PipelineBuilder withoutProjectionFiles() {
        this.projectionFiles = false;
        return this;
    }

    /** Draws from the listing; what it leaves out must be counted as ignored. Everything, by default. */
    public PipelineBuilder select(UnaryOperator<ImageListing> choice) {
        this.selection = choice;
        return this;
    }

    /** Images per call of the CNN; {@value ExtractionOptions#DEFAULT_BATCH} by default. */
    public PipelineBuilder batch(int images) {
        this.batch = images;
        return this;
    }

    /** Reuses these features for images that did not change. */
    public PipelineBuilder reuse(EarlierFeatures features) {
        this.earlier = features;
        this.keepsEarlier = false;
        return this;
    }

    /**
     * As {@link #reuse}, for features that an earlier run without a reducer left at this pipeline's own destination: its
     * results stay as they are if no image has to be extracted.
     */
    public PipelineBuilder update(EarlierFeatures features) {
        this.earlier = features;
        this.keepsEarlier = true;
        return this;
    }

    /** Is notified of the progress. */
    public PipelineBuilder listener(ProgressListener progress) {
        this.listener = progress;
        return this;
    }

    /** The clock of the manifest's times; that of the system by default. */
    public PipelineBuilder clock(InstantSource time) {
        this.clock = time;
        return this;
    }

    /** Stands in the manifest as it is; never put a secret here. */
    public PipelineBuilder options(Map<String, String> shown) {
        this.options = Collections.unmodifiableMap(new LinkedHashMap<>(shown));
        return this;
    }

    /**
     * The finished pipeline.
     *
     * @throws WrongUseException if {@link #update} is combined with a reducer
     */
    public Pipeline build() {
        if (keepsEarlier && reducer != null) {
            throw new WrongUseException("pipeline: update(…) is for features without a reducer; call reuse(…)");
        }
        return new Pipeline(this);
    }

    ImageListing listed() throws IOException {
        return selection.apply(listing == null ? source.list() : listing);
    }
}
