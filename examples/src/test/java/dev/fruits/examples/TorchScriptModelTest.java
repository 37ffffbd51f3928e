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
import dev.fruits.djl.DjlFeatureExtractor;
import dev.fruits.image.BicubicResampler;
import dev.fruits.image.ImageDecoder;
import dev.fruits.image.RgbImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TorchScript files, run by PyTorch beside ONNX Runtime. */
class TorchScriptModelTest {
    private static final int WIDTH = TorchScriptFile.WIDTH;
    private static final int HEIGHT = TorchScriptFile.HEIGHT;

    @TempDir
    Path folder;

    private Path network(String expression) throws IOException {
        return TorchScriptFile.write(folder, expression);
    }

    private FeatureExtractor extractor(Path file, int dimension) throws IOException {
        TorchScriptFile.writeCard(file, dimension, 0, 1);
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
        List<FeatureVector> features = features(extractor(network(TorchScriptFile.MEANS), 3), images);
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
        FeatureExtractor extractor = extractor(network(TorchScriptFile.MEANS), 4);
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
        Path file = network(TorchScriptFile.MEANS);
        extractor(file, 3);
        network("torch.mean(x, [3, 2])");
        assertThatThrownBy(() -> DjlFeatureExtractor.of(file))
                .isInstanceOf(WrongUseException.class)
                .hasMessageContaining("its SHA-256 is " + Sha256.of(file) + " but the card of means says");
    }
}
