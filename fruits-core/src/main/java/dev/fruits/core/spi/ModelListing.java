package dev.fruits.core.spi;

/**
 * A line of {@code ./fruits models}.
 *
 * @param name {@code mobilenet_v2}
 * @param dimension features per image
 * @param input {@code 224x224}
 * @param licence of the weights
 * @param origin where the weights come from
 * @param file what the weights' file is called in the cache
 * @param bundled whether the weights come with the module
 */
public record ModelListing(
        String name, int dimension, String input, String licence, String origin, String file, boolean bundled) {}
