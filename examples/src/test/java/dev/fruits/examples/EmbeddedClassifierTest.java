package dev.fruits.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fruits.core.evaluate.EvaluationReport;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.predict.ImagePrediction;
import dev.fruits.core.spi.ModelRequest;
import dev.fruits.djl.DjlModelProvider;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedClassifierTest {
    @TempDir
    Path folder;

    @Test
    void a_program_evaluates_saves_and_predicts() throws IOException {
        draw(folder.resolve("Training"), 6, 0);
        draw(folder.resolve("Test"), 3, 10);
        Path out = folder.resolve("out");
        FeatureExtractor cnn = new DjlModelProvider().open(new ModelRequest("fruitnet", folder.resolve("models")));

        EvaluationReport report =
                EmbeddedClassifier.evaluate(folder.resolve("Training"), folder.resolve("Test"), cnn, out);

        assertThat(report.evaluation().imageCount()).isEqualTo(6);
        assertThat(report.evaluation().accuracy()).isEqualTo(1);
        assertThat(out.resolve("evaluation.json")).hasContent(report.toJson());

        Path images = Files.createDirectories(folder.resolve("images"));
        draw(images.resolve("1.jpg"), Color.RED, 33);
        draw(images.resolve("2.jpg"), Color.GREEN, 33);
        Files.writeString(images.resolve("3.jpg"), "no image");
        List<String> results = new ArrayList<>();

        long classified = EmbeddedClassifier.predict(
                out.resolve("classifier"), cnn, images, result -> results.add(text(images, result)));

        assertThat(classified).isEqualTo(2);
        assertThat(results).containsExactly("1.jpg Apple", "2.jpg Lime", "3.jpg decode: no JPEG, PNG, GIF or BMP");
    }

    private static String text(Path images, ImagePrediction result) {
        String name = images.relativize(Path.of(result.image())).toString();
        return name + " "
                + (result instanceof ImagePrediction.Classified classified
                        ? classified.prediction().best().label()
                        : ((ImagePrediction.Rejected) result).reason());
    }

    private static void draw(Path root, int each, int shift) throws IOException {
        for (int i = 0; i < each; i++) {
            draw(root.resolve("Apple").resolve(i + ".jpg"), Color.RED, 30 + shift + i);
            draw(root.resolve("Lime").resolve(i + ".jpg"), Color.GREEN, 30 + shift + i);
        }
    }

    /** A disc on white. */
    private static void draw(Path file, Color colour, int radius) throws IOException {
        BufferedImage image = new BufferedImage(100, 100, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 100, 100);
        pen.setColor(colour);
        pen.fillOval(50 - radius, 50 - radius, 2 * radius, 2 * radius);
        pen.dispose();
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "jpg", file.toFile());
    }
}
