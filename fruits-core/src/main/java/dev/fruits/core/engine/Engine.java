package dev.fruits.core.engine;

import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.image.ImageListing;
import dev.fruits.core.image.ImageSource;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Port: decides where the partitions of a run are worked on. Used by one thread. */
public interface Engine extends AutoCloseable {
    /** {@code local}, {@code spark}: as in the command line and the manifest. */
    String name();

    /** What a reader of the manifest wants to know about it: threads, version, cluster. In a stable order. */
    Map<String, String> description();

    /**
     * Tries the machines that will work, before any image is read; the driver calls it once before {@link #extract}.
     *
     * @return false if all work is done in this process, so that nothing is to be tried
     * @throws dev.fruits.core.RunFailedException if one of them cannot do it; the message names it and the remedy
     * @throws IOException if the model's files cannot be read
     */
    default boolean check(ImageSource source, FeatureExtractor extractor) throws IOException {
        return false;
    }

    /**
     * Reads every listed image and runs the CNN on it once. A bad image becomes a rejection of the table.
     *
     * @throws dev.fruits.core.RunFailedException if the model or the machine fails
     * @throws IOException if the source or the engine's storage fails
     * @throws IllegalStateException if the engine is closed
     */
    FeatureTable extract(
            ImageSource source, ImageListing listing, FeatureExtractor extractor, ExtractionOptions options)
            throws IOException;

    /**
     * Tries every machine that will work: whether it reaches the images, loads the model and runs a picture.
     *
     * @return a report for each machine, sorted by name; of an engine in this process, one
     * @throws dev.fruits.core.RunFailedException if the machines cannot be asked
     * @throws IOException if the model's files cannot be read
     */
    default List<HostReport> doctor(ImageSource source, FeatureExtractor extractor) throws IOException {
        return List.of(HostCheck.here(source, extractor));
    }

    @Override
    void close() throws IOException;
}
