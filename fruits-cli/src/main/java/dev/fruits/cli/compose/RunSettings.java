package dev.fruits.cli.compose;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.engine.EarlierFeatures;
import dev.fruits.core.engine.ExtractionOptions;
import dev.fruits.core.engine.ProgressListener;
import dev.fruits.core.image.ImageListing;
import dev.fruits.core.image.Location;
import dev.fruits.core.image.PerLabelSample;
import dev.fruits.core.pca.ComponentChoice;
import dev.fruits.core.spi.EngineSettings;
import dev.fruits.core.store.Residency;
import dev.fruits.core.store.StoreSettings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Everything that decides a run; each value was checked as far as it can be without work.
 *
 * @param images where the images are
 * @param sample which of them are drawn; null for all
 * @param model name or file of the CNN
 * @param batch images per call of the CNN
 * @param choice how many components are kept
 * @param reducer what fits them; null for the one that fits the engine best
 * @param out where the results go
 * @param engine name of the engine
 * @param engineSettings threads and work folder
 * @param store how an object store is reached
 * @param residency where in the world everything may be
 * @param earlierRun what happens to results that are there already
 */
public record RunSettings(
        Location images,
        @Nullable PerLabelSample sample,
        String model,
        int batch,
        ComponentChoice choice,
        @Nullable String reducer,
        Location out,
        String engine,
        EngineSettings engineSettings,
        StoreSettings store,
        Residency residency,
        EarlierRun earlierRun) {
    public static final double DEFAULT_VARIANCE = 0.95;
    public static final long DEFAULT_SEED = 42;
    public static final String DEFAULT_ENGINE = "local";

    public RunSettings {
        new ExtractionOptions(batch, EarlierFeatures.NONE, ProgressListener.SILENT);
    }

    /**
     * Fills in the defaults.
     *
     * @param workFolder where the engine keeps what must survive a kill; null for the default place
     * @throws WrongUseException if something required is not given or a value cannot be used
     */
    public static RunSettings of(RunRequest request, EarlierRun earlierRun, @Nullable Path workFolder) {
        Location images = new Location(required(request.images(), "--images DIR", "'images' under 'source'"));
        String model = required(
                request.model(), "--model NAME or FILE (fruits models lists names)", "'model' under 'extract'");
        Location out = new Location(required(request.out(), "--out DIR", "'parquet' under 'sink'"));
        int threads = Objects.requireNonNullElse(
                request.threads(), Runtime.getRuntime().availableProcessors());
        Path work = workFolder != null ? workFolder : WorkFolder.of(out);
        return new RunSettings(
                images,
                sample(request),
                model,
                Objects.requireNonNullElse(request.batch(), ExtractionOptions.DEFAULT_BATCH),
                Objects.requireNonNullElseGet(request.choice(), () -> ComponentChoice.variance(DEFAULT_VARIANCE)),
                request.reducer(),
                out,
                Objects.requireNonNullElse(request.engine(), DEFAULT_ENGINE),
                new EngineSettings(threads, work, earlierRun.resumes()),
                request.store(),
                Objects.requireNonNullElse(request.residency(), Residency.ANY),
                earlierRun);
    }

    private static String required(@Nullable String value, String option, String key) {
        if (value == null) {
            String name = option.substring(2, option.indexOf(' '));
            throw new WrongUseException(
                    name + ": none given; pass " + option + ", or set " + key + " in the pipeline file");
        }
        return value;
    }

    private static @Nullable PerLabelSample sample(RunRequest request) {
        return request.perLabel() == null
                ? null
                : new PerLabelSample(request.perLabel(), Objects.requireNonNullElse(request.seed(), DEFAULT_SEED));
    }

    /** Which images of a listing are worked on. */
    public UnaryOperator<ImageListing> selection() {
        return sample == null ? UnaryOperator.identity() : sample::applyTo;
    }

    /** For the manifest. */
    Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("images", images.text());
        if (sample != null) {
            options.put("per-label", Integer.toString(sample.perLabel()));
            options.put("seed", Long.toString(sample.seed()));
        }
        options.put("model", model);
        options.put("batch", Integer.toString(batch));
        options.put("threads", Integer.toString(engineSettings.threads()));
        options.put("components", choice.toString());
        if (reducer != null) {
            options.put("reducer", reducer);
        }
        options.put("engine", engine);
        options.put("out", out.text());
        options.putAll(store.said());
        options.put("residency", residency.text());
        options.put("earlier-run", earlierRun.text());
        return options;
    }
}
