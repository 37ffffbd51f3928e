package dev.fruits.cli;

import dev.fruits.cli.console.Progress;
import dev.fruits.cli.console.TrainingText;
import dev.fruits.cli.option.OptionValues;
import dev.fruits.cli.option.RunOptions;
import dev.fruits.core.Spelling;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.ImageSource;
import dev.fruits.core.sink.ExistingResults;
import dev.fruits.train.DataSet;
import dev.fruits.train.FruitnetTrainer;
import dev.fruits.train.TrainingListener;
import dev.fruits.train.TrainingResult;
import dev.fruits.train.TrainingSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Calls fruits-train. Only this class and what it calls name that module, so that other commands run without it. */
final class Training {
    private static final String MODEL = RunOptions.DEFAULT_MODEL;

    /** What trains; a test gives one that needs no PyTorch. */
    interface Trainer {
        TrainingResult train(TrainingSettings settings, ImageSource images, TrainingListener listener)
                throws IOException;
    }

    private Training() {}

    /**
     * Trains.
     *
     * @return what the command prints: the record of the training as JSON, or a summary
     */
    static String run(OptionValues options, ImageSource images, Progress progress, boolean json) throws IOException {
        Trainer trainer = (settings, source, listener) -> new FruitnetTrainer(settings).train(source, listener);
        return run(options, images, progress, json, trainer);
    }

    static String run(OptionValues options, ImageSource images, Progress progress, boolean json, Trainer trainer)
            throws IOException {
        TrainingResult result = trainer.train(settings(options), images, new TrainingProgress(progress));
        return json ? Files.readString(result.record()) : TrainingText.summary(result);
    }

    static TrainingSettings settings(OptionValues options) {
        String model = options.orDefault(TrainOptions.MODEL);
        if (!model.equals(MODEL)) {
            throw new WrongUseException("model " + model + ": cannot be trained" + Spelling.hint(model, List.of(MODEL))
                    + "; available: " + MODEL);
        }
        boolean replaces = options.is(RunOptions.RESUME) || options.is(RunOptions.OVERWRITE);
        TrainingSettings.Builder settings = TrainingSettings.into(
                        Path.of(Objects.requireNonNull(options.get(TrainOptions.OUT))))
                .existing(replaces ? ExistingResults.REPLACE : ExistingResults.REFUSE)
                .resume(options.is(RunOptions.RESUME))
                .dataSet(DataSet.named(TrainOptions.data(options)))
                .licence(options.orDefault(TrainOptions.LICENCE))
                .threads(options.orDefault(RunOptions.THREADS));
        given(options.get(TrainOptions.EPOCHS), settings::epochs);
        given(options.get(RunOptions.SEED), settings::seed);
        given(options.get(TrainOptions.BATCH), settings::batch);
        given(options.get(TrainOptions.HELD_BACK), settings::heldBackShare);
        return settings.build();
    }

    private static <T> void given(@Nullable T value, Consumer<T> setting) {
        if (value != null) {
            setting.accept(value);
        }
    }
}
