package dev.fruits.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.Sha256;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.contract.DrawnImages;
import dev.fruits.core.feature.ExtractionSession;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.feature.FeatureVector;
import dev.fruits.core.image.EncodedImage;
import dev.fruits.core.pixel.BicubicResampler;
import dev.fruits.core.pixel.ImageDecoder;
import dev.fruits.core.pixel.RgbImage;
import dev.fruits.djl.DjlFeatureExtractor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TorchScript files, run by PyTorch beside ONNX Runtime. */
class TorchScriptModelTest {
    private static final int WIDTH = 20;
    private static final int HEIGHT = 12;
    private static final String MEANS = "torch.mean(x, [2, 3])";

    @TempDir
    Path folder;

    /** A network whose forward pass is one expression of {@code x}, as torch.jit.save writes it. */
    private Path network(String expression) throws IOException {
        Path file = folder.resolve("means.pt");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            entry(zip, "means/version", "3\n".getBytes(StandardCharsets.US_ASCII));
            entry(zip, "means/data.pkl", pickledModule());
            entry(zip, "means/code/__torch__.py", """
                    class Means(Module):
                      __parameters__ = []
                      __buffers__ = []
                      training : bool
                      def forward(self: __torch__.Means,
                        x: Tensor) -> Tensor:
                        return %s
                    """.formatted(expression).getBytes(StandardCharsets.US_ASCII));
            entry(zip, "means/constants.pkl", new byte[] {(byte) 0x80, 2, ')', '.'}); // an empty tuple
        }
        return file;
    }

    /** Pickle, protocol 2: an object of the class with one field, training = False. */
    private static byte[] pickledModule() {
        String program = "\u0080\u0002c__torch__\nMeans\n)\u0081}X\u0008\u0000\u0000\u0000training\u0089sb.";
        return program.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(checksum.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    private FeatureExtractor extractor(Path file, int dimension) throws IOException {
        Files.writeString(folder.resolve("means.card.json"), """
                {
                  "name": "means",
                  "file": "means.pt",
                  "sha256": "%s",
                  "licence": "Apache-2.0",
                  "origin": "written by the test",
                  "input": { "tensor": "x", "width": 20, "height": 12, "layout": "NCHW", "channels": "BGR" },
                  "normalisation": { "mean": [0, 0, 0], "std": [1, 1, 1] },
                  "resampling": "pillow-bicubic",
                  "output": { "tensor": "features", "dimension": %d }
                }
                """.formatted(Sha256.of(file), dimension));
        return DjlFeatureExtractor.of(file);
    }

    private static List<FeatureVector> features(FeatureExtractor extractor, List<EncodedImage> images)
            throws IOException {
        List<FeatureVector> features = new ArrayList<>();
        try (ExtractionSession session = extractor.openSession()) {
            session.extract(images)
                    .forEach(outcome -> outcome.deliver(row -> features.add(row.vector()), rejection -> {}));
        }
        return features;
    }

    @Test
    void its_features_are_what_the_network_computes() throws Exception {
        List<EncodedImage> images = List.of(
                DrawnImages.encoded("a/1.png", DrawnImages.png(1, 40, 30)),
                DrawnImages.encoded("a/2.png", DrawnImages.png(2, 40, 30)));
        List<FeatureVector> features = features(extractor(network(MEANS), 3), images);
        assertThat(features).hasSize(2);
        for (int i = 0; i < 2; i++) {
            for (int plane = 0; plane < 3; plane++) {
                assertThat(features.get(i).get(plane)).isCloseTo(mean(images.get(i), 2 - plane), within(1e-3f));
            }
        }
    }

    private static float mean(EncodedImage image, int colour) throws Exception {
        try (ImageDecoder decoder = new ImageDecoder()) {
            RgbImage pixels = new BicubicResampler(WIDTH, HEIGHT).resize(decoder.decode(image));
            long sum = 0;
            for (int y = 0; y < HEIGHT; y++) {
                for (int x = 0; x < WIDTH; x++) {
                    sum += (pixels.rgb(x, y) >> (16 - 8 * colour)) & 0xff;
                }
            }
            return (float) sum / (WIDTH * HEIGHT);
        }
    }

    @Test
    void another_dimension_than_the_card_says_is_found_before_any_image() throws Exception {
        FeatureExtractor extractor = extractor(network(MEANS), 4);
        assertThatThrownBy(extractor::openSession)
                .isInstanceOf(RunFailedException.class)
                .hasMessage("model means: its output 'features' is (1, 3) but the card says 4 features; correct"
                        + " output.dimension of the card");
    }

    @Test
    void a_file_that_pytorch_does_not_read_is_named() throws Exception {
        Path file = network("torch.nowhere(x)");
        FeatureExtractor extractor = extractor(file, 3);
        assertThatThrownBy(extractor::openSession)
                .isInstanceOf(RunFailedException.class)
                .hasMessageStartingWith("model " + file + ": PyTorch does not load it: ");
    }

    @Test
    void a_file_that_changed_is_refused() throws Exception {
        Path file = network(MEANS);
        extractor(file, 3);
        network("torch.mean(x, [3, 2])");
        assertThatThrownBy(() -> DjlFeatureExtractor.of(file))
                .isInstanceOf(WrongUseException.class)
                .hasMessageContaining("its SHA-256 is " + Sha256.of(file) + " but the card of means says");
    }
}
