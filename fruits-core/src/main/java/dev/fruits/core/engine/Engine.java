package dev.fruits.core.engine;

import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.image.ImageListing;
import dev.fruits.core.image.ImageSource;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Port: decides where the partitions of a run are processed. Used by one thread. */
public interface Engine extends AutoCloseable {
    /** {@code local}, {@code spark}: as in the command line and the manifest. */
    String name();

    /** The engine as the manifest describes it: threads, version, cluster. In a stable order. */
    Map<String, String> description();

    /**
     * Checks the machines of the run before any image is read. The driver calls it once before {@link #extract}.
     *
     * @return false if the engine runs in this process, so that there is nothing to check
     * @throws dev.fruits.core.RunFailedException if a machine fails the check; the message names it and the remedy
     * @throws IOException if the model's files cannot be read
     */
    default boolean preflight(ImageSource source, FeatureExtractor extractor) throws IOException {
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
     * Checks whether every machine of the engine reaches the images, loads the model and runs an image.
     *
     * @return a report for each machine, sorted by name; one for an engine in this process
     * @throws dev.fruits.core.RunFailedException if the machines cannot be reached
     * @throws IOException if the model's files cannot be read
     */
    default List<HostReport> hostReports(ImageSource source, FeatureExtractor extractor) throws IOException {
        return List.of(Preflight.here(source, extractor));
    }

    @Override
    void close() throws IOException;
}
