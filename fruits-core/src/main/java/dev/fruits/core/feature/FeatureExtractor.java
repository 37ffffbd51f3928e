package dev.fruits.core.feature;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * Port: a CNN without its top. A specification: immutable, serializable, equal by value, without native handles, so
 * that it travels to the workers.
 */
public interface FeatureExtractor extends Serializable {
    ModelId model();

    /** Length of every feature vector, at least 1. */
    int dimension();

    /**
     * The files that sessions read, where this extractor finds them. An engine with workers on other machines brings
     * them there and hands out {@link #withFiles}; empty if everything is on every worker's class path.
     */
    default List<ModelFile> files() {
        return List.of();
    }

    /**
     * The same model with its files at other places: equal in {@link #model()} and in every feature.
     *
     * @param places the path on the worker of each of {@link #files()}, by its path there
     */
    default FeatureExtractor withFiles(Map<String, String> places) {
        return this;
    }

    /**
     * Opens a session on a worker. Sessions of one process share the loaded model.
     *
     * @throws dev.fruits.core.RunFailedException if the model does not load or does not fit its card
     * @throws IOException if the model's file cannot be read
     */
    ExtractionSession openSession() throws IOException;
}
