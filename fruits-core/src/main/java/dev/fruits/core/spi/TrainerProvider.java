package dev.fruits.core.spi;

import dev.fruits.core.train.Trainer;

/** Offers a {@link Trainer}. */
public interface TrainerProvider {
    /** The name of the CNN that it trains: {@code fruitnet}. */
    String model();

    /**
     * Makes the trainer; nothing is read or written yet.
     *
     * @throws dev.fruits.core.WrongUseException if a value of the request is out of its range
     */
    Trainer open(TrainingRequest request);
}
