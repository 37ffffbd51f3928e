package dev.fruits.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fruits.core.contract.DrawnImages;
import dev.fruits.core.run.RunReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPipelineTest {
    @TempDir
    Path folder;

    @Test
    void ten_lines_turn_photographs_into_components() throws IOException {
        Path cnn = Path.of(System.getProperty("fruits.shared"), "models", "mobilenet_v2_035.onnx");
        Assumptions.assumeTrue(Files.exists(cnn), "the CNN's weights are not beside the checkout: " + cnn);
        drawPhotographs(folder.resolve("photographs"));

        RunReport report = EmbeddedPipeline.run(folder.resolve("photographs"), cnn, folder.resolve("out"));

        assertThat(report.ledger().results()).isEqualTo(24);
        assertThat(report.ledger().rejected())
                .isEqualTo(DrawnImages.badFiles().size() - 1); // photo.webp is not named as an image: ignored
        assertThat(report.counts().cnnRuns()).isEqualTo(24);
        assertThat(report.pca().orElseThrow().varianceExplained()).isGreaterThanOrEqualTo(0.95);
        assertThat(folder.resolve("out"))
                .isDirectoryContaining("glob:**/_SUCCESS")
                .isDirectoryContaining("glob:**/manifest.json")
                .isDirectoryNotContaining("glob:**/.work");
    }

    @Test
    void the_readme_shows_this_very_program() throws IOException {
        Path root = Path.of(System.getProperty("fruits.root"));
        Path source = root.resolve("examples/src/main/java/dev/fruits/examples/EmbeddedPipeline.java");
        List<String> snippet = Files.readString(source)
                .lines()
                .dropWhile(line -> !line.contains("// snippet: embedded"))
                .skip(1)
                .takeWhile(line -> !line.contains("// end of snippet"))
                .map(line -> line.substring(Math.min(8, line.length())))
                .toList();

        assertThat(snippet).hasSize(9);
        assertThat(Files.readString(root.resolve("README.md"))).contains(String.join("\n", snippet));
    }

    private static void drawPhotographs(Path root) throws IOException {
        for (int i = 0; i < 24; i++) {
            write(root.resolve("Class " + i % 3).resolve(i + ".jpg"), DrawnImages.jpeg(i, 60 + i, 80));
        }
        for (Map.Entry<String, byte[]> bad : DrawnImages.badFiles().entrySet()) {
            write(root.resolve("Class 0").resolve(bad.getKey()), bad.getValue());
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }
}
