package dev.fruits.djl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fruits.core.contract.DrawnImages;
import dev.fruits.core.feature.ExtractionSession;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.image.EncodedImage;
import dev.fruits.core.spi.ModelRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** MobileNetV2 against features that Pillow, numpy and ONNX Runtime gave in Python for 64 photographs. */
class GoldenFeaturesTest {
    private static final double MAX_DIFFERENCE = 2e-2;
    private static final double MIN_COSINE = 0.9999;

    @Test
    void every_photograph_has_the_reference_features() throws IOException {
        Path golden = Shared.path("golden/features-mobilenet_v2.csv");
        Path photographs = Shared.path("data/fruits-360/Test");
        FeatureExtractor extractor =
                new DjlModelProvider().open(new ModelRequest("mobilenet_v2", Shared.path("models")));
        List<String[]> expected;
        try (var lines = Files.lines(golden)) {
            expected = lines.skip(1).map(line -> line.split(",", -1)).toList();
        }
        assertThat(expected).hasSize(64);
        List<EncodedImage> images = new ArrayList<>();
        for (String[] row : expected) {
            images.add(DrawnImages.encoded(row[0], Files.readAllBytes(photographs.resolve(row[0]))));
        }
        List<FeatureRow> rows = new ArrayList<>();
        try (ExtractionSession session = extractor.openSession()) {
            session.extract(images).forEach(outcome -> outcome.deliver(rows::add, rejection -> {}));
        }
        assertThat(rows).hasSameSizeAs(expected);
        for (int i = 0; i < rows.size(); i++) {
            double[] reference = Arrays.stream(expected.get(i))
                    .skip(1)
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            assertSame(rows.get(i), reference);
        }
    }

    private static void assertSame(FeatureRow row, double[] reference) {
        assertThat(row.vector().dimension()).isEqualTo(reference.length);
        double largest = 0;
        double product = 0;
        double own = 0;
        double other = 0;
        for (int i = 0; i < reference.length; i++) {
            double value = row.vector().get(i);
            largest = Math.max(largest, Math.abs(value - reference[i]));
            product += value * reference[i];
            own += value * value;
            other += reference[i] * reference[i];
        }
        assertThat(largest).as(row.path()).isLessThanOrEqualTo(MAX_DIFFERENCE);
        assertThat(product / Math.sqrt(own * other)).as(row.path()).isGreaterThanOrEqualTo(MIN_COSINE);
    }
}
