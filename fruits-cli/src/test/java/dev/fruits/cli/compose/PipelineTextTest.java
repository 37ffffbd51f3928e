package dev.fruits.cli.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fruits.cli.yaml.StrictYaml;
import dev.fruits.core.pca.ComponentChoice;
import dev.fruits.core.store.Residency;
import dev.fruits.core.store.StoreEncryption;
import dev.fruits.core.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PipelineTextTest {
    @TempDir
    Path folder;

    static Stream<RunRequest> requests() {
        StoreSettings store = new StoreSettings(
                "eu-west-3",
                "http://127.0.0.1:9000",
                true,
                StoreEncryption.SSE_KMS,
                "arn:aws:kms:eu-west-3:1:key/k",
                true);
        return Stream.of(
                RunRequest.NOTHING.onEngine("spark"),
                new RunRequest(
                        "s3://b/Fruits: \"ripe\", # all of them",
                        10,
                        42L,
                        "s3://b/mine.onnx",
                        8,
                        2,
                        ComponentChoice.variance(0.95),
                        "moments",
                        "s3://b/out",
                        "spark",
                        store,
                        Residency.EU),
                new RunRequest("yes", null, null, "1e5", null, null, ComponentChoice.components(7), null, "~", null));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void what_is_written_is_read_back_as_the_same(RunRequest request) throws IOException {
        Path file = Files.writeString(folder.resolve("pipeline.yaml"), PipelineText.of(request));
        PipelineFile read = new StrictYaml(Map.of()).read("pipeline.yaml", file, PipelineFile.class);
        assertThat(read.request()).isEqualTo(request);
    }
}
