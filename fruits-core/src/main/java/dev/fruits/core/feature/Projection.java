package dev.fruits.core.feature;

import dev.fruits.core.WrongUseException;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/** A map from vectors to vectors, row by row. Immutable, safe for many threads. */
public interface Projection extends Serializable {
    /** Length of the vectors that it takes. */
    int inputDimension();

    /** Length of the vectors that it returns. */
    int outputDimension();

    /**
     * Projects rows. The result of a row does not depend on the other rows, to the bit.
     *
     * @param rows each of {@link #inputDimension()} values
     * @return as many vectors, in the same order, each of {@link #outputDimension()} values
     */
    List<FeatureVector> apply(List<FeatureVector> rows);

    /** What it is: the name of its section in the manifest. */
    default String kind() {
        return "projection";
    }

    /** What its section of the manifest says besides its dimensions, in a stable order. */
    default Map<String, Object> description() {
        return Map.of();
    }

    /** The files that describe it beside the results: text by file name ({@code pca.json}), in a stable order. */
    default Map<String, String> documents() {
        return Map.of();
    }

    /**
     * Checks that features of this CNN can be projected.
     *
     * @throws WrongUseException if this projection was fitted to vectors of another length than the CNN gives
     */
    default void requireFeaturesOf(FeatureExtractor extractor) {
        if (extractor.dimension() != inputDimension()) {
            throw new WrongUseException("model " + extractor.model() + ": gives " + extractor.dimension()
                    + " features, but the components were fitted to " + inputDimension()
                    + "; use the model that they were fitted with");
        }
    }

    /** Leaves vectors as they are. */
    record Identity(int inputDimension) implements Projection {
        @Override
        public int outputDimension() {
            return inputDimension;
        }

        @Override
        public List<FeatureVector> apply(List<FeatureVector> rows) {
            return rows;
        }
    }
}
