package dev.fruits.core.spi;

import java.util.List;

/**
 * A line of {@code ./fruits models}.
 *
 * @param name {@code mobilenet_v2}
 * @param dimension features per image
 * @param depth layers with weights on the longest path, the classifier among them; 0 where it is not known
 * @param parameters weights that the features depend on; 0 where their number is not known
 * @param input {@code 224x224}
 * @param licence of the weights
 * @param origin where the weights come from
 * @param weights where they come from
 */
public record ModelListing(
        String name,
        int dimension,
        int depth,
        long parameters,
        String input,
        String licence,
        String origin,
        Weights weights) {

    /**
     * Where weights come from.
     *
     * @param kind where from
     * @param files what their file is called in the cache; any one of these is enough
     * @param bytes to be fetched; 0 where it is not known
     */
    public record Weights(Kind kind, List<String> files, long bytes) {
        public Weights {
            files = List.copyOf(files);
        }
    }

    /** Where weights come from. */
    public enum Kind {
        /** They come with the module. */
        BUNDLED,
        /** They are fetched at first use. */
        FETCHED,
        /** Their user puts the file into the cache. */
        BROUGHT
    }
}
