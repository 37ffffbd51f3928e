package dev.fruits.lambda;

import dev.fruits.cli.demo.DrawnFruit;
import dev.fruits.cli.demo.DrawnImages;
import dev.fruits.cli.demo.FruitDrawing;
import dev.fruits.core.classify.TrainingOrigin;
import dev.fruits.core.classify.TrainingSet;
import dev.fruits.core.feature.ExtractionOutcome;
import dev.fruits.core.feature.ExtractionSession;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.image.EncodedImage;
import dev.fruits.core.image.ImageRef;
import dev.fruits.core.image.Location;
import dev.fruits.core.spi.ModelRequest;
import dev.fruits.djl.DjlModelProvider;
import dev.fruits.local.classify.TribuoClassifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Four kinds of drawn fruits, and a classifier that learned them from fruitnet's features.
 *
 * @param classifier its folder
 * @param models the folder of fruitnet's weights
 * @param test photographs of other specimens, a folder for each label
 */
record LearnedFruits(Path classifier, Path models, Path test) {
    private static final List<DrawnFruit> KINDS =
            List.of(DrawnFruit.APPLE_RED, DrawnFruit.BANANA, DrawnFruit.KIWI, DrawnFruit.LIME);

    static LearnedFruits in(Path folder) throws IOException {
        DrawnImages drawn = new FruitDrawing(KINDS, 20, 1, 42, 1).draw(folder.resolve("photographs"));
        Path models = folder.resolve("models");
        FeatureExtractor cnn = new DjlModelProvider().open(new ModelRequest("fruitnet", models));
        TrainingOrigin origin = new TrainingOrigin(new Location("drawn"), cnn.model(), Instant.EPOCH);
        Path classifier = folder.resolve("classifier");
        TribuoClassifier.withSeed(42)
                .fit(TrainingSet.of(features(cnn, drawn.training()), origin))
                .save(classifier);
        return new LearnedFruits(classifier, models, drawn.test());
    }

    private static List<FeatureRow> features(FeatureExtractor cnn, Path folder) throws IOException {
        List<EncodedImage> images = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String label = file.getName(file.getNameCount() - 2).toString();
                byte[] bytes = Files.readAllBytes(file);
                ImageRef ref = new ImageRef(label + "/" + file.getFileName(), label, bytes.length, Instant.EPOCH);
                images.add(new EncodedImage(ref, bytes));
            }
        }
        List<FeatureRow> rows = new ArrayList<>();
        try (ExtractionSession session = cnn.openSession()) {
            for (ExtractionOutcome outcome : session.extract(images)) {
                outcome.deliver(rows::add, rejection -> {
                    throw new AssertionError(rejection);
                });
            }
        }
        return rows;
    }

    /** A photograph that was not learned from. */
    byte[] photograph(String label) throws IOException {
        return Files.readAllBytes(test.resolve(label).resolve("0_100.jpg"));
    }
}
