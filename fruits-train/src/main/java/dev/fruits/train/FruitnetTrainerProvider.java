package dev.fruits.train;

import dev.fruits.core.spi.TrainerProvider;
import dev.fruits.core.spi.TrainingRequest;
import dev.fruits.core.train.Trainer;

/** Offers {@link FruitnetTrainer}. */
public final class FruitnetTrainerProvider implements TrainerProvider {
    @Override
    public String model() {
        return ResultFiles.NAME;
    }

    @Override
    public Trainer open(TrainingRequest request) {
        TrainingSettings.Builder settings = TrainingSettings.into(request.outFolder())
                .existing(request.existing())
                .resume(request.resume())
                .dataSet(DataSet.named(request.data()))
                .licence(request.licence());
        if (request.epochs() != null) {
            settings.epochs(request.epochs());
        }
        if (request.seed() != null) {
            settings.seed(request.seed());
        }
        if (request.batch() != null) {
            settings.batch(request.batch());
        }
        if (request.threads() != null) {
            settings.threads(request.threads());
        }
        if (request.heldBackShare() != null) {
            settings.heldBackShare(request.heldBackShare());
        }
        return new FruitnetTrainer(settings.build());
    }
}
