package dev.fruits.cli.option;

import static dev.fruits.cli.option.ValueType.INTEGER;
import static dev.fruits.cli.option.ValueType.LOCATION;
import static dev.fruits.cli.option.ValueType.LONG;
import static dev.fruits.cli.option.ValueType.NUMBER;
import static dev.fruits.cli.option.ValueType.TEXT;

import dev.fruits.core.engine.EarlierFeatures;
import dev.fruits.core.engine.ExtractionOptions;
import dev.fruits.core.engine.ProgressListener;
import dev.fruits.core.image.PerLabelSample;
import dev.fruits.core.pca.ComponentChoice;
import dev.fruits.core.spi.EngineSettings;
import dev.fruits.core.spi.ModelCatalogue;
import dev.fruits.core.spi.ModelListing;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The options of a run; other commands share those that mean the same. */
public final class RunOptions {
    /** The model that comes with the product. */
    public static final String DEFAULT_MODEL = "fruitnet";

    public static final long DEFAULT_SEED = 42;
    public static final double DEFAULT_VARIANCE = 0.95;
    public static final String DEFAULT_ENGINE = "local";

    public static final CommandOption<String> IMAGES = CommandOption.of(
                    "images",
                    LOCATION,
                    "DIR|URL",
                    "The images: a folder that holds one folder per label, or s3://bucket/prefix.")
            .group("Images")
            .key("source.images");

    public static final CommandOption<Integer> PER_LABEL = CommandOption.of(
                    "per-label", INTEGER, "N", "Draw N images of each label.")
            .otherwise("all images")
            .check(n -> new PerLabelSample(n, 0))
            .group("Images")
            .key("source.per-label");

    public static final CommandOption<Long> SEED = CommandOption.of(
                    "seed", LONG, "S", "Seed of the draw; the same seed draws the same images.")
            .byDefault(DEFAULT_SEED)
            .group("Images")
            .key("source.seed");

    public static final CommandOption<String> MODEL = CommandOption.of(
                    "model", LOCATION, "NAME|FILE", "The CNN: a name that './fruits models' lists, or a model file.")
            .otherwise(DEFAULT_MODEL)
            .candidates(RunOptions::modelNames)
            .group("CNN")
            .key("extract.model");

    public static final CommandOption<Integer> BATCH = CommandOption.of(
                    "batch", INTEGER, "N", "Images per call of the CNN, 1 to 1024.")
            .byDefault(ExtractionOptions.DEFAULT_BATCH)
            .check(n -> new ExtractionOptions(n, EarlierFeatures.NONE, ProgressListener.SILENT))
            .group("CNN")
            .key("extract.batch");

    public static final CommandOption<Integer> THREADS = CommandOption.of(
                    "threads", INTEGER, "N", "Images that are processed at the same time.")
            .byDefault("one per processor", () -> Runtime.getRuntime().availableProcessors())
            .check(n -> new EngineSettings(n, Path.of(""), false))
            .group("CNN")
            .key("extract.threads");

    public static final CommandOption<Integer> PCA = CommandOption.of("pca", INTEGER, "K", "Keep K components.")
            .check(ComponentChoice::components)
            .slot("components")
            .recorded(k -> "pca " + k)
            .group("Components")
            .key("reduce.pca.components");

    public static final CommandOption<Double> VARIANCE = CommandOption.of(
                    "variance",
                    NUMBER,
                    "V",
                    "Keep as many components as explain this share of the variance, above 0 and at most 1.")
            .byDefault(DEFAULT_VARIANCE)
            .check(ComponentChoice::variance)
            .slot(PCA.slot())
            .recorded(share -> "variance " + share)
            .group("Components")
            .key("reduce.pca.variance");

    public static final CommandOption<String> REDUCER = CommandOption.of(
                    "reducer", TEXT, "NAME", "Implementation of the PCA: commons-math, or on Spark moments or mllib.")
            .otherwise("commons-math, or moments on Spark")
            .candidates(() -> List.of("commons-math", "moments", "mllib"))
            .group("Components")
            .key("reduce.reducer");

    public static final CommandOption<String> OUT = CommandOption.of(
                    "out",
                    LOCATION,
                    "DIR|URL",
                    "Where the results are written. A run refuses a location that already holds results.")
            .group("Results")
            .key("sink.parquet");

    public static final CommandOption<Boolean> RESUME = CommandOption.flag(
                    "resume", "Continue an interrupted run: it reuses the features of every unchanged image.")
            .slot("earlier-run")
            .recorded(set -> "resumed")
            .group("Results");

    public static final CommandOption<Boolean> OVERWRITE = CommandOption.flag(
                    "overwrite", "Replace existing results once the new ones are complete.")
            .slot(RESUME.slot())
            .recorded(set -> "overwritten")
            .group("Results");

    public static final CommandOption<String> ENGINE = CommandOption.of(
                    "engine", TEXT, "NAME", "The engine that does the work: local or spark.")
            .byDefault("local, or spark under spark-submit", () -> DEFAULT_ENGINE)
            .candidates(() -> List.of("local", "spark"))
            .group("Engine")
            .key("engine");

    public static final CommandOption<String> WORK_DIR = CommandOption.of(
                    "work-dir", LOCATION, "DIR", "Local folder for the files that --resume needs.")
            .otherwise(".work in a local --out, or a temporary folder")
            .group("Engine");

    /** Every option that a pipeline file may hold; the manifest records them in this order. */
    public static final List<CommandOption<?>> PIPELINE = Stream.concat(
                    Stream.of(IMAGES, PER_LABEL, SEED, MODEL, BATCH, THREADS, PCA, VARIANCE, REDUCER, OUT, ENGINE),
                    StoreOptions.ALL.stream())
            .toList();

    private RunOptions() {}

    private static List<String> modelNames() {
        return ModelCatalogue.onClassPath().listings().stream()
                .map(ModelListing::name)
                .toList();
    }

    /** How many components are kept. */
    public static ComponentChoice components(OptionValues values) {
        Integer pca = values.get(PCA);
        return pca != null ? ComponentChoice.components(pca) : ComponentChoice.variance(values.orDefault(VARIANCE));
    }
}
