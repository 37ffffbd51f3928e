package dev.fruits.core.feature;

import java.io.IOException;
import java.io.Serializable;

/**
 * Port: a CNN without its top. A specification: immutable, serializable, equal by value, without native handles, so
 * that it travels to the workers.
 */
public interface FeatureExtractor extends Serializable {
    ModelId model();

    /** Length of every feature vector, at least 1. */
    int dimension();

    /**
     * Opens a session on a worker. Sessions of one process share the loaded model.
     *
     * @throws dev.fruits.core.RunFailedException if the model does not load or does not fit its card
     * @throws IOException if the model's file cannot be read
     */
    ExtractionSession openSession() throws IOException;
}
