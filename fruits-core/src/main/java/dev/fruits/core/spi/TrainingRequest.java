package dev.fruits.core.spi;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a CNN is to be trained; null leaves a value to the trainer.
 *
 * @param outFolder where checkpoint, network, card and record are written; made where it is missing
 * @param existing what to do with an earlier training there
 * @param resume whether to go on from its checkpoint, if there is one
 * @param data whose photographs these are, for the card
 * @param licence of the weights, for the card
 * @param epochs passes over the training photographs
 * @param seed of everything that is drawn
 * @param batch photographs in one step
 * @param threads that compute
 * @param heldBackShare of the photographs, 0 to 0.5, that only watch
 */
public record TrainingRequest(
        Path outFolder,
        ExistingResults existing,
        boolean resume,
        String data,
        String licence,
        @Nullable Integer epochs,
        @Nullable Long seed,
        @Nullable Integer batch,
        @Nullable Integer threads,
        @Nullable Double heldBackShare) {}
