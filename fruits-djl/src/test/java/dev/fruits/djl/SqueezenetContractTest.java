package dev.fruits.djl;

import dev.fruits.core.contract.FeatureExtractorContract;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.spi.ModelRequest;
import java.io.IOException;

/** The contract on real weights, the smallest there are. */
class SqueezenetContractTest extends FeatureExtractorContract {
    @Override
    protected FeatureExtractor extractor() throws IOException {
        return new DjlModelProvider().open(new ModelRequest("squeezenet", Shared.path("models")));
    }
}
