package dev.fruits.djl;

import dev.fruits.core.contract.FeatureExtractorContract;
import dev.fruits.core.feature.FeatureExtractor;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class TinyModelContractTest extends FeatureExtractorContract {
    @TempDir
    Path folder;

    @Override
    protected FeatureExtractor extractor() throws IOException {
        byte[] onnx = TinyModel.onnx();
        return DjlFeatureExtractor.of(TinyModel.write(folder, onnx), TinyModel.card(onnx));
    }
}
