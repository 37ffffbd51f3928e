package dev.fruits.core.spi;

import dev.fruits.core.feature.FeatureExtractor;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

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
     * @throws dev.fruits.core.WrongUseException if the model is not available, is not what its card says, or has no
     *     card; the message names the remedy
     * @throws dev.fruits.core.RunFailedException if the weights cannot be fetched or the cache cannot be written; the
     *     message names the remedy
     * @throws IOException if its file cannot be read
     */
    FeatureExtractor open(ModelRequest request) throws IOException;

    /**
     * What another machine, with this module and an empty cache, needs to open the same model; empty if it needs nothing,
     * because the weights come with the module.
     *
     * @throws dev.fruits.core.WrongUseException as {@link #open}, or if the model cannot leave this machine
     * @throws dev.fruits.core.RunFailedException as {@link #open}
     * @throws IOException as {@link #open}
     */
    default Optional<PortableModel> portable(ModelRequest request) throws IOException {
        return Optional.empty();
    }
}
