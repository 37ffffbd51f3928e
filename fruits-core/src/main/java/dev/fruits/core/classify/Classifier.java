package dev.fruits.core.classify;

import java.io.Serializable;

/**
 * Port: trains a classifier on labelled features. A specification: immutable, serializable, equal by value; it holds
 * every hyper-parameter and the seed, and the same specification fits the same rows to the same bits.
 */
public interface Classifier extends Serializable {
    /** The name in {@code classifier.json}: {@code tribuo}. */
    String name();

    /**
     * Trains. Safe for several threads.
     *
     * @throws dev.fruits.core.RunFailedException if training does not converge to finite weights
     */
    FittedClassifier fit(TrainingSet training);
}
