package dev.fruits.cli.compose;

import dev.fruits.cli.option.CommandOption;
import dev.fruits.cli.option.OptionValues;
import dev.fruits.cli.option.RunOptions;
import dev.fruits.cli.option.StoreOptions;
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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
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
 * @param earlierRun what happens to existing results
 * @param options the text of each option, with its default where none is given; for the manifest
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
        EarlierRun earlierRun,
        Map<String, String> options) {
    public RunSettings {
        new ExtractionOptions(batch, EarlierFeatures.NONE, ProgressListener.SILENT);
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /**
     * Fills in the defaults.
     *
     * @throws WrongUseException if a required option is missing or the values of two options exclude each other
     */
    public static RunSettings of(OptionValues given) {
        Location images = new Location(required(given, RunOptions.IMAGES, "--images DIR"));
        String model = required(given, RunOptions.MODEL, "--model NAME or FILE (./fruits models lists names)");
        Location out = new Location(required(given, RunOptions.OUT, "--out DIR"));
        EarlierRun earlierRun = EarlierRun.of(given);
        StoreSettings store = StoreOptions.settings(given);
        String workFolder = given.get(RunOptions.WORK_DIR);
        OptionValues values = StoreOptions.withImpliedEncryption(given).withDefaults(RunOptions.PIPELINE);
        return new RunSettings(
                images,
                sample(values),
                model,
                values.orDefault(RunOptions.BATCH),
                RunOptions.components(values),
                values.get(RunOptions.REDUCER),
                out,
                values.orDefault(RunOptions.ENGINE),
                new EngineSettings(
                        values.orDefault(RunOptions.THREADS),
                        workFolder == null ? workFolder(out) : Path.of(workFolder),
                        earlierRun.resumes(),
                        store),
                store,
                Residency.of(values.orDefault(StoreOptions.RESIDENCY)),
                earlierRun,
                options(values, earlierRun));
    }

    private static String required(OptionValues given, CommandOption<String> option, String example) {
        String value = given.get(option);
        if (value == null) {
            String key = Objects.requireNonNull(option.key());
            int point = key.indexOf('.');
            throw new WrongUseException(option.name() + ": not given; pass " + example + ", or set '"
                    + key.substring(point + 1) + "' under '" + key.substring(0, point) + "' in the pipeline file");
        }
        return value;
    }

    /** The same for the same results: inside a local folder of results, else below the folder for temporary files. */
    private static Path workFolder(Location out) {
        return out.isLocal()
                ? Path.of(out.localPath(), ".work")
                : Path.of(
                        System.getProperty("java.io.tmpdir"),
                        "fruits-" + UUID.nameUUIDFromBytes(out.text().getBytes(StandardCharsets.UTF_8)));
    }

    private static @Nullable PerLabelSample sample(OptionValues values) {
        Integer perLabel = values.get(RunOptions.PER_LABEL);
        return perLabel == null ? null : new PerLabelSample(perLabel, values.orDefault(RunOptions.SEED));
    }

    private static Map<String, String> options(OptionValues values, EarlierRun earlierRun) {
        OptionValues effective = values.has(RunOptions.PER_LABEL) ? values : values.without(RunOptions.SEED);
        Map<String, String> options = effective.recorded(RunOptions.PIPELINE);
        options.put(RunOptions.RESUME.slot(), earlierRun.text());
        options.put("working-directory", Path.of("").toAbsolutePath().toString());
        return options;
    }

    /** Which images of a listing are worked on. */
    public UnaryOperator<ImageListing> selection() {
        return sample == null ? UnaryOperator.identity() : sample::applyTo;
    }
}
