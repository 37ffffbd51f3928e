package dev.fruits.core.spi;

import dev.fruits.core.feature.FeatureExtractor;
import java.io.IOException;
import java.util.List;

/** Offers CNNs by name or from a file. */
public interface ModelProvider {
    /** What can be used by name, sorted by name. */
    List<ModelListing> models();

    /** True for a name of {@link #models()} or a file of a kind that this module runs. */
    boolean handles(ModelRequest request);

    /**
     * Finds the weights, fetching them where they are published and not in the cache, and their card, and checks that
     * they belong together.
     *
     * @throws dev.fruits.core.WrongUseException if the model is not to be had, is not what its card says, or has no
     *     card; the message names the remedy
     * @throws dev.fruits.core.RunFailedException if the weights cannot be fetched or the cache cannot be written; the
     *     message names the remedy
     * @throws IOException if its file cannot be read
     */
    FeatureExtractor open(ModelRequest request) throws IOException;
}
