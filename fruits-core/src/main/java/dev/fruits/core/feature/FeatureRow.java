package dev.fruits.core.feature;

import java.io.Serializable;

/**
 * A row of a result: an image and its vector.
 *
 * @param path as in {@link dev.fruits.core.image.ImageRef#path()}
 * @param label the class of the image
 * @param vector its features, or its components
 */
public record FeatureRow(String path, String label, FeatureVector vector) implements Serializable {
    public FeatureRow withVector(FeatureVector other) {
        return new FeatureRow(path, label, other);
    }
}
