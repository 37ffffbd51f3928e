package dev.fruits.core.spi;

import dev.fruits.core.classify.Classifier;
import dev.fruits.core.classify.FittedClassifier;
import java.io.IOException;
import java.nio.file.Path;

/** Offers a {@link Classifier}, and loads what it learned. */
public interface ClassifierProvider {
    /** As in {@link Classifier#name()}, and as a saved classifier names it. */
    String name();

    /**
     * A classifier with this module's own hyper-parameters.
     *
     * @param seed of everything in it that is drawn
     */
    Classifier open(long seed);

    /** True if {@code folder} holds a saved classifier that {@link #load} reads. */
    boolean handles(Path folder) throws IOException;

    /**
     * Loads what {@link FittedClassifier#save} wrote; it predicts the same, to the bit.
     *
     * @throws dev.fruits.core.WrongUseException if the folder holds none, or a damaged one; the message names the file
     *     and the remedy
     * @throws IOException if the disk fails
     */
    FittedClassifier load(Path folder) throws IOException;
}
