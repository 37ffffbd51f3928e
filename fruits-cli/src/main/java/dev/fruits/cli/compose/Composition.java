package dev.fruits.cli.compose;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.engine.EarlierFeatures;
import dev.fruits.core.engine.Engine;
import dev.fruits.core.engine.HostReport;
import dev.fruits.core.engine.ProgressListener;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.image.ImageSource;
import dev.fruits.core.image.Location;
import dev.fruits.core.pca.Reducer;
import dev.fruits.core.run.Pipeline;
import dev.fruits.core.run.PipelineBuilder;
import dev.fruits.core.run.RunReport;
import dev.fruits.core.sink.ResultSink;
import dev.fruits.core.sink.ResultStore;
import dev.fruits.core.spi.EngineProvider;
import dev.fruits.core.spi.FollowRequest;
import dev.fruits.core.spi.FollowTotals;
import dev.fruits.core.spi.PostedProgress;
import dev.fruits.parquet.ParquetFeatures;
import dev.fruits.parquet.ParquetSink;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjLongConsumer;

/**
 * Makes a pipeline of the adapters that the settings name, and runs it.
 *
 * @param cache folder of weights
 */
public record Composition(Adapters adapters, Path cache, InstantSource clock) {
    /** Runs from images to results. All adapters are chosen, and the model is opened, before any work. */
    public RunReport run(RunSettings settings, ProgressListener listener) throws IOException {
        Adapters adapters = this.adapters.on(settings.engine(), settings.store());
        ResidencyCheck residency = ResidencyCheck.passedBy(settings);
        EngineProvider engines = adapters.engine(settings.engine());
        Reducer reducer =
                adapters.reducer(settings.reducer(), settings.engine()).open(settings.choice());
        ImageSource source = adapters.images(settings.images());
        ResultStore results = adapters.results(settings.out());
        ResultSink sink = new ParquetSink(results, settings.earlierRun().existing());
        FeatureExtractor extractor = adapters.extractor(settings.model(), cache, listener);
        Map<String, String> options = new LinkedHashMap<>(settings.options());
        options.putAll(residency.decisions());
        PipelineBuilder pipeline = Pipeline.builder(source, extractor, sink)
                .select(settings.selection())
                .batch(settings.batch())
                .reduce(reducer)
                .reuse(settings.earlierRun().resumes() ? ParquetFeatures.in(results) : EarlierFeatures.NONE)
                .clock(clock)
                .options(options);
        sink.check(); // a refusal comes before an engine starts or touches its work folder
        try (PostedProgress posted = adapters.progressFile(settings.out());
                Engine engine = engines.open(settings.engineSettings())) {
            return pipeline.listener((step, done, total) -> {
                        listener.progress(step, done, total);
                        posted.progress(step, done, total);
                    })
                    .build()
                    .runOn(engine);
        }
    }

    /** Checks every machine of the engine that a run would use; reads no image of the run and writes nothing. */
    public List<HostReport> doctor(RunSettings settings, ProgressListener listener) throws IOException {
        Adapters adapters = this.adapters.on(settings.engine(), settings.store());
        ResidencyCheck.passedBy(settings);
        EngineProvider engines = adapters.engine(settings.engine());
        ImageSource source = adapters.images(settings.images());
        FeatureExtractor extractor = adapters.extractor(settings.model(), cache, listener);
        try (Engine engine = engines.open(settings.engineSettings())) {
            return engine.hostReports(source, extractor);
        }
    }

    /**
     * Follows until the process is stopped or, with {@code once}, until every image present has been processed.
     *
     * @param projection {@code pca.json} of an earlier run
     * @throws WrongUseException if a setting cannot be used; no work was done
     */
    public FollowTotals follow(
            RunSettings settings, Location projection, boolean once, ObjLongConsumer<RunReport> listener)
            throws IOException {
        EngineProvider engines = adapters.follower();
        if (!settings.engine().equals(engines.name())) {
            throw new WrongUseException("engine " + settings.engine() + ": cannot follow a folder, " + engines.name()
                    + " can; leave --engine out");
        }
        ResidencyCheck.passedBy(settings).require("projection", projection);
        Adapters adapters = this.adapters.on(settings.engine(), settings.store());
        ImageSource source = adapters.images(settings.images());
        FeatureExtractor extractor = adapters.extractor(settings.model(), cache, ProgressListener.SILENT);
        FollowRequest request =
                new FollowRequest(source, extractor, projection, settings.out(), settings.batch(), once);
        try (Engine engine = engines.open(settings.engineSettings())) {
            return engines.follow(request, engine, listener);
        }
    }
}
