package dev.fruits.core.classify;

import java.io.Serializable;

/**
 * Port: learns labels from features. A specification: immutable, serializable, equal by value; it holds every
 * hyper-parameter and the seed, and the same specification learns the same from the same rows, to the bit.
 */
public interface Classifier extends Serializable {
    /** {@code tribuo}: as in the command line and in {@code classifier.json}. */
    String name();

    /**
     * Learns. Safe for several threads.
     *
     * @throws dev.fruits.core.RunFailedException if learning does not converge to finite weights
     */
    FittedClassifier fit(TrainingSet training);
}
