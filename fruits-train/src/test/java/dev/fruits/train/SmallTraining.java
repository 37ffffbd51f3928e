package dev.fruits.train;

import java.nio.file.Path;
import java.util.List;

/** A training of a second: four epochs on two colours, a network of a few hundred weights, a clock that stands still. */
final class SmallTraining {
    private SmallTraining() {}

    static TrainingSettings.Builder settings(Path out) {
        return TrainingSettings.into(out)
                .dataSet(new DataSet("squares", "Apache-2.0", "drawn by a test"))
                .epochs(4)
                .batch(8)
                .threads(1)
                .learningRate(0.01)
                .heldBackShare(0.2);
    }

    static FruitnetTrainer trainer(TrainingSettings settings) {
        return new FruitnetTrainer(settings, classes -> new Architecture(32, 1, List.of(4, 8), 2, 8, classes), () -> 0);
    }
}
