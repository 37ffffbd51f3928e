package dev.fruits.spark.ml;

import dev.fruits.core.contract.ByteFeatures;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.spi.ModelListing;
import dev.fruits.core.spi.ModelProvider;
import dev.fruits.core.spi.ModelRequest;
import java.util.List;

/** {@code byte_features}: {@link ByteFeatures} of six features, which reject every path that contains {@code bad}. */
public final class ByteModels implements ModelProvider {
    static final String NAME = "byte_features";
    static final int DIMENSION = 6;

    @Override
    public List<ModelListing> models() {
        ModelListing.Weights bundled = new ModelListing.Weights(ModelListing.Kind.BUNDLED, List.of(NAME), 0);
        return List.of(new ModelListing(NAME, DIMENSION, 1, 1, "any", "none", "test", bundled));
    }

    @Override
    public boolean handles(ModelRequest request) {
        return request.model().equals(NAME);
    }

    @Override
    public FeatureExtractor open(ModelRequest request) {
        return new ByteFeatures(DIMENSION, "bad");
    }
}
