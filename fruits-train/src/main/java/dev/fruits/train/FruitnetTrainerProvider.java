package dev.fruits.train;

import dev.fruits.core.spi.TrainerProvider;
import dev.fruits.core.spi.TrainingRequest;
import dev.fruits.core.train.Trainer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Offers {@link FruitnetTrainer}. */
public final class FruitnetTrainerProvider implements TrainerProvider {
    @Override
    public String model() {
        return ResultFiles.NAME;
    }

    @Override
    public Trainer open(TrainingRequest request) {
        return new FruitnetTrainer(settings(request));
    }

    static TrainingSettings settings(TrainingRequest request) {
        TrainingSettings.Builder settings = TrainingSettings.into(request.outFolder())
                .existing(request.existing())
                .resume(request.resume())
                .dataSet(DataSet.named(request.data()))
                .licence(request.licence());
        given(request.epochs(), settings::epochs);
        given(request.seed(), settings::seed);
        given(request.batch(), settings::batch);
        given(request.threads(), settings::threads);
        given(request.heldBackShare(), settings::heldBackShare);
        return settings.build();
    }

    private static <T> void given(@Nullable T value, Consumer<T> setting) {
        if (value != null) {
            setting.accept(value);
        }
    }
}
