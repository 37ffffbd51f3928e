package dev.fruits.lambda;

import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.spi.ModelListing;
import dev.fruits.core.spi.ModelProvider;
import dev.fruits.core.spi.ModelRequest;
import dev.fruits.djl.DjlModelProvider;
import java.io.IOException;
import java.util.List;

/** The real ones; counts how often one was opened. */
final class CountedModels implements ModelProvider {
    private final ModelProvider models = new DjlModelProvider();
    private int opened;

    int opened() {
        return opened;
    }

    @Override
    public List<ModelListing> models() {
        return models.models();
    }

    @Override
    public boolean handles(ModelRequest request) {
        return models.handles(request);
    }

    @Override
    public FeatureExtractor open(ModelRequest request) throws IOException {
        opened++;
        return models.open(request);
    }
}
