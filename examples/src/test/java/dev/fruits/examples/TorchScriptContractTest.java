package dev.fruits.examples;

import dev.fruits.core.contract.FeatureExtractorContract;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.djl.DjlFeatureExtractor;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class TorchScriptContractTest extends FeatureExtractorContract {
    @TempDir
    Path folder;

    @Override
    protected FeatureExtractor extractor() throws IOException {
        Path file = TorchScriptFile.write(folder, TorchScriptFile.MEANS);
        TorchScriptFile.writeCard(file, 3, 127.5, 127.5);
        return DjlFeatureExtractor.of(file);
    }
}
