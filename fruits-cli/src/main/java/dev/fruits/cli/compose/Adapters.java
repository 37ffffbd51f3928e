package dev.fruits.cli.compose;

import dev.fruits.cli.option.RunOptions;
import dev.fruits.core.RunFailedException;
import dev.fruits.core.Spelling;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.engine.ProgressListener;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.image.ImageSource;
import dev.fruits.core.image.Location;
import dev.fruits.core.sink.ResultStore;
import dev.fruits.core.sink.RunResults;
import dev.fruits.core.spi.EngineProvider;
import dev.fruits.core.spi.ModelCatalogue;
import dev.fruits.core.spi.ModelListing;
import dev.fruits.core.spi.ModelProvider;
import dev.fruits.core.spi.ModelRequest;
import dev.fruits.core.spi.PortableModel;
import dev.fruits.core.spi.PostedProgress;
import dev.fruits.core.spi.ReducerProvider;
import dev.fruits.core.store.StoreSettings;
import dev.fruits.parquet.ParquetResults;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The adapters to choose from. A choice that is not available is a {@link WrongUseException} that lists the available ones.
 *
 * @param storages of images, results and single files
 * @param models CNNs
 * @param engines to run on
 * @param reducers that fit components
 */
public record Adapters(
        Storages storages, List<ModelProvider> models, List<EngineProvider> engines, List<ReducerProvider> reducers) {
    /** What {@link ServiceLoader} finds, in the order of class names. */
    public static Adapters onClassPath() {
        return new Adapters(
                Storages.onClassPath(StoreSettings.DEFAULT),
                load(ModelProvider.class),
                load(EngineProvider.class),
                load(ReducerProvider.class));
    }

    /** These adapters with object stores reached as {@code store} says, the storages native to an engine first. */
    public Adapters on(String engine, StoreSettings store) {
        return new Adapters(storages.on(engine, store), models, engines, reducers);
    }

    /** The engine whose launcher started this process, such as {@code spark-submit}. */
    public static Optional<EngineProvider> launcher() {
        return first(load(EngineProvider.class), EngineProvider::startedThisProcess);
    }

    static <T> List<T> load(Class<T> port) {
        try {
            return ServiceLoader.load(port).stream()
                    .sorted(Comparator.comparing(provider -> provider.type().getName()))
                    .map(ServiceLoader.Provider::get)
                    .toList();
        } catch (ServiceConfigurationError e) {
            throw new RunFailedException(
                    "class path: an adapter does not load: " + e.getMessage()
                            + "; build again with ./mvnw clean package",
                    e);
        }
    }

    /** The images at a location, which {@link Storages#of} must support. */
    public ImageSource images(Location images) {
        return storages.of("images", images).images(images);
    }

    /** The store of results at a location, which {@link Storages#of} must support. */
    public ResultStore results(Location out) {
        return storages.of("out", out).results(out);
    }

    /**
     * Opens the results of a finished run.
     *
     * @throws WrongUseException if no run has finished there
     * @throws IOException if the location cannot be read
     */
    public RunResults finishedRun(Location run) throws IOException {
        return ParquetResults.of(storages.of("run", run).results(run));
    }

    public ModelProvider model(ModelRequest request) {
        return new ModelCatalogue(models).provider(request);
    }

    public EngineProvider engine(String name) {
        return first(engines, provider -> provider.name().equals(name))
                .orElseThrow(() -> new WrongUseException("engine " + name + ": not on the class path; available: "
                        + listed(engines.stream().map(EngineProvider::name).toList())));
    }

    /** The reducer of this name, or the one that fits {@code engine} best where {@code name} is null. */
    public ReducerProvider reducer(@Nullable String name, String engine) {
        Predicate<ReducerProvider> wanted = name == null
                ? provider -> provider.isDefault() && provider.engine().equals(engine)
                : provider -> provider.name().equals(name);
        List<String> known = reducers.stream().map(ReducerProvider::name).toList();
        String problem = name == null
                ? "reducer: none is made for engine " + engine + "; pass --reducer"
                : "reducer " + name + ": not on the class path" + Spelling.hint(name, known);
        return first(reducers, wanted)
                .orElseThrow(() -> new WrongUseException(problem + "; available: " + listed(known)));
    }

    /**
     * Opens a CNN; downloads its weights if they are published and not in the cache.
     *
     * @param cache folder of weights; need not exist
     * @param listener is notified of the progress of a download
     * @throws WrongUseException if it is not available; the message names the remedy
     * @throws RunFailedException if its weights cannot be downloaded
     * @throws IOException if its file cannot be read
     */
    public FeatureExtractor extractor(String model, Path cache, ProgressListener listener) throws IOException {
        RemoteCopies copies = new RemoteCopies(storages);
        String file = copies.handles(model) ? copies.model(model, cache).toString() : model;
        ModelRequest request = new ModelRequest(file, cache, listener);
        return model(request).open(request);
    }

    /** What a cluster needs to open a CNN; empty if it comes with the product or lies at a URL already. */
    public Optional<PortableModel> portable(String model, Path cache, ProgressListener listener) throws IOException {
        if (new RemoteCopies(storages).handles(model)) {
            return Optional.empty();
        }
        ModelRequest request = new ModelRequest(model, cache, listener);
        ModelProvider provider = model(request);
        Optional<PortableModel> portable = provider.portable(request);
        boolean elsewhere = provider.models().stream()
                .filter(listing -> listing.name().equals(model))
                .anyMatch(listing -> listing.weights().kind() != ModelListing.Kind.BUNDLED);
        if (portable.isEmpty() && elsewhere) {
            throw new WrongUseException("model " + model + ": its weights do not come with the program, and its module"
                    + " cannot upload them to a cluster; pass --model s3://BUCKET/FILE.onnx with its card beside it");
        }
        return portable;
    }

    /** The engine of a run that names none: the one whose launcher started this process, else {@value RunOptions#DEFAULT_ENGINE}. */
    public String defaultEngine() {
        return first(engines, EngineProvider::startedThisProcess)
                .map(EngineProvider::name)
                .orElse(RunOptions.DEFAULT_ENGINE);
    }

    /**
     * The engine that can follow a folder.
     *
     * @throws WrongUseException if none on the class path can
     */
    public EngineProvider follower() {
        return first(engines, EngineProvider::canFollow)
                .orElseThrow(() -> new WrongUseException("follow: needs Spark, which is not on the class path; run the"
                        + " jar of fruits-spark with spark-submit (docs/spark.md)"));
    }

    /** Writes the progress of a run beside its results, if the engine's launcher started this process. */
    PostedProgress progressFile(Location out) {
        return first(engines, EngineProvider::startedThisProcess)
                .map(engine -> engine.progressFile(out))
                .orElse(PostedProgress.NONE);
    }

    /** The default model, where it is available. */
    public Optional<String> defaultModel() {
        return modelListings().stream()
                .map(ModelListing::name)
                .filter(RunOptions.DEFAULT_MODEL::equals)
                .findFirst();
    }

    /** What can be used by name, sorted by name. */
    public List<ModelListing> modelListings() {
        return new ModelCatalogue(models).listings();
    }

    private static <T> Optional<T> first(List<T> providers, Predicate<T> wanted) {
        return providers.stream().filter(wanted).findFirst();
    }

    private static String listed(List<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }
}
