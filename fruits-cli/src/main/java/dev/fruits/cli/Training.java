package dev.fruits.cli;

import dev.fruits.cli.console.Progress;
import dev.fruits.cli.console.TrainingText;
import dev.fruits.core.Spelling;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.ImageSource;
import dev.fruits.core.spi.ExistingResults;
import dev.fruits.train.DataSet;
import dev.fruits.train.FruitnetTrainer;
import dev.fruits.train.TrainingListener;
import dev.fruits.train.TrainingResult;
import dev.fruits.train.TrainingSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Calls fruits-train. Only this class and what it calls name that module, so that other commands run without it. */
final class Training {
    private static final String MODEL = "fruitnet";

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
    static String run(TrainOptions options, ImageSource images, Progress progress, boolean json) throws IOException {
        Trainer trainer = (settings, source, listener) -> new FruitnetTrainer(settings).train(source, listener);
        return run(options, images, progress, json, trainer);
    }

    static String run(TrainOptions options, ImageSource images, Progress progress, boolean json, Trainer trainer)
            throws IOException {
        TrainingResult result = trainer.train(settings(options), images, new TrainingProgress(progress));
        return json ? Files.readString(result.record()) : TrainingText.summary(result);
    }

    static TrainingSettings settings(TrainOptions options) {
        if (!options.model.equals(MODEL)) {
            throw new WrongUseException("model " + options.model + ": cannot be trained"
                    + Spelling.hint(options.model, List.of(MODEL)) + "; available: " + MODEL);
        }
        TrainOptions.@Nullable Earlier earlier = options.earlier;
        TrainingSettings.Builder settings = TrainingSettings.into(options.out)
                .existing(earlier == null ? ExistingResults.REFUSE : ExistingResults.REPLACE)
                .resume(earlier != null && earlier.resume)
                .dataSet(DataSet.named(options.data()))
                .licence(options.card.licence)
                .threads(Runtime.getRuntime().availableProcessors());
        given(options.learning.epochs, settings::epochs);
        given(options.learning.seed, settings::seed);
        given(options.learning.batch, settings::batch);
        given(options.learning.threads, settings::threads);
        given(options.learning.heldBack, settings::heldBackShare);
        return settings.build();
    }

    private static <T> void given(@Nullable T value, Consumer<T> setting) {
        if (value != null) {
            setting.accept(value);
        }
    }
}
