package dev.fruits.core.sink;

import java.io.Serializable;

/**
 * A table of a run's results: rows of path, label and one vector.
 *
 * @param name the name of its folder: {@code features}, {@code reduced}
 * @param vectorColumn the name of the vector's column
 * @param origin what produced the vectors, as in {@link dev.fruits.core.feature.ModelId#fingerprint()}; stored with the data
 */
public record Dataset(String name, String vectorColumn, String origin) implements Serializable {
    public static final String FEATURES = "features";
    public static final String REDUCED = "reduced";

    public static Dataset features(String origin) {
        return new Dataset(FEATURES, "features", origin);
    }

    public static Dataset reduced(String origin) {
        return new Dataset(REDUCED, "components", origin);
    }
}
