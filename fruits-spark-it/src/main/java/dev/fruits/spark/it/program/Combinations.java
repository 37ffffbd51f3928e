package dev.fruits.spark.it.program;

import dev.fruits.core.contract.SerializingEngine;
import dev.fruits.core.engine.Engine;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.image.ImageSource;
import dev.fruits.core.image.Location;
import dev.fruits.core.pca.ComponentChoice;
import dev.fruits.core.pca.Reducer;
import dev.fruits.core.run.Pipeline;
import dev.fruits.core.sink.ExistingResults;
import dev.fruits.core.sink.ResultSink;
import dev.fruits.core.spi.EngineProvider;
import dev.fruits.core.spi.EngineSettings;
import dev.fruits.core.spi.ModelProvider;
import dev.fruits.core.spi.ModelRequest;
import dev.fruits.core.spi.ReducerProvider;
import dev.fruits.core.spi.Storage;
import dev.fruits.core.spi.StorageProvider;
import dev.fruits.core.store.StoreSettings;
import dev.fruits.parquet.ParquetSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Predicate;

/**
 * Runs engines × reducers × sinks on the same images.
 *
 * <p>Arguments: the engines, separated by commas; the images; the model's cache; then one location of results for each
 * sink. Results are in {@code LOCATION/ENGINE-REDUCER}.
 */
public final class Combinations {
    private static final List<String> REDUCERS = List.of("commons-math", "mllib", "moments");
    private static final String MODEL = "fruitnet";
    private static final int COMPONENTS = 10;
    private static final int THREADS = 2;

    private final ImageSource source;
    private final FeatureExtractor extractor;
    private final List<String> sinks;

    private Combinations(ImageSource source, FeatureExtractor extractor, List<String> sinks) {
        this.source = source;
        this.extractor = extractor;
        this.sinks = sinks;
    }

    public static void main(String[] args) throws IOException {
        Location images = new Location(args[1]);
        ImageSource source = storage(images).images(images);
        ModelRequest request = new ModelRequest(MODEL, Path.of(args[2]));
        FeatureExtractor extractor = adapter(ModelProvider.class, provider -> provider.handles(request))
                .open(request);
        List<String> sinks = List.of(args).subList(3, args.length);
        for (String engine : args[0].split(",", -1)) {
            new Combinations(source, extractor, sinks).runOn(engine);
        }
    }

    private static <T> T adapter(Class<T> port, Predicate<T> wanted) {
        return ServiceLoader.load(port).stream()
                .map(ServiceLoader.Provider::get)
                .filter(wanted)
                .findFirst()
                .orElseThrow();
    }

    private static Storage storage(Location location) {
        return ServiceLoader.load(StorageProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider ->
                        provider.schemes().contains(location.scheme().orElse("")))
                .max(Comparator.comparing(provider -> provider.isNativeTo("spark")))
                .orElseThrow()
                .connect(StoreSettings.DEFAULT);
    }

    private void runOn(String name) throws IOException {
        try (Engine engine = engine(name)) {
            for (String reducer : REDUCERS) {
                for (String sink : sinks) {
                    run(engine, reducer, new Location(sink + "/" + name + "-" + reducer));
                }
            }
        }
    }

    private static Engine engine(String name) throws IOException {
        if (name.equals("serializing")) {
            return new SerializingEngine();
        }
        EngineSettings settings = new EngineSettings(THREADS, Files.createTempDirectory("combinations"), false);
        return adapter(EngineProvider.class, provider -> provider.name().equals(name))
                .open(settings);
    }

    private void run(Engine engine, String reducer, Location out) throws IOException {
        Reducer fitting = adapter(
                        ReducerProvider.class, provider -> provider.name().equals(reducer))
                .open(ComponentChoice.components(COMPONENTS));
        ResultSink sink = new ParquetSink(storage(out).results(out), ExistingResults.REPLACE);
        Pipeline.builder(source, extractor, sink).reduce(fitting).build().runOn(engine);
    }
}
