package dev.fruits.cli;

import dev.fruits.cli.compose.Adapters;
import dev.fruits.cli.compose.RunSettings;
import dev.fruits.cli.evaluate.Extraction;
import dev.fruits.cli.evaluate.TrialSettings;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.classify.Prediction;
import dev.fruits.core.engine.ExtractionOptions;
import dev.fruits.core.engine.ProgressListener;
import dev.fruits.core.image.PerLabelSample;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of the commands that learn from some photographs and judge by others. */
final class TrialOptions {
    @Option(
            names = "--train",
            required = true,
            paramLabel = "DIR|URL",
            description = "Photographs to learn from: a folder that holds one folder per label.")
    String train = "";

    @Option(
            names = "--test",
            required = true,
            paramLabel = "DIR|URL",
            description = "Photographs to be judged by, laid out likewise.")
    String test = "";

    @Option(
            names = "--per-label",
            paramLabel = "N",
            description = "Draw N images of each label from either. Default: all.")
    @Nullable
    Integer perLabel;

    @Option(names = "--seed", paramLabel = "S", description = "Seed of that draw and of the learning. Default: 42.")
    long seed = RunSettings.DEFAULT_SEED;

    @Option(
            names = "--threshold",
            paramLabel = "T",
            description = "Also tell how many labels reach this probability, and how many of these are right."
                    + " Default: 0.5.")
    double threshold = Prediction.DEFAULT_THRESHOLD;

    @Option(names = "--batch", paramLabel = "N", description = "Images per call of the CNN, 1 to 1024. Default: 16.")
    int batch = ExtractionOptions.DEFAULT_BATCH;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many images are worked on at once. Default: one per processor.")
    @Nullable
    Integer threads;

    TrialSettings settings(Path out, RunOptions.@Nullable Components components, ProgressListener listener) {
        return new TrialSettings(
                TrialSettings.Split.of(train),
                TrialSettings.Split.of(test),
                out,
                components == null ? null : components.choice(),
                threshold,
                seed,
                extraction(listener));
    }

    private Extraction extraction(ProgressListener listener) {
        return new Extraction(
                perLabel == null ? null : new PerLabelSample(perLabel, seed),
                RunSettings.DEFAULT_ENGINE,
                batch,
                Objects.requireNonNullElse(threads, Runtime.getRuntime().availableProcessors()),
                listener);
    }

    /** The model that was asked for, or the default one where it is there. */
    static String model(@Nullable String asked, Adapters adapters) {
        return asked != null
                ? asked
                : adapters.defaultModel()
                        .orElseThrow(() -> new WrongUseException(
                                "model: none given; pass --model NAME or FILE (fruits models lists names)"));
    }
}
