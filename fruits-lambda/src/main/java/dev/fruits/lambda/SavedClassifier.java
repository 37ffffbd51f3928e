package dev.fruits.lambda;

import dev.fruits.aws.s3.S3Location;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.classify.ClassifierFiles;
import dev.fruits.core.classify.FittedClassifier;
import dev.fruits.core.image.Location;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Loads the classifier that the settings name. */
final class SavedClassifier {
    /** One of 1,000 labels and 2,048 features takes 45 MB. */
    private static final int MAX_BYTES = 256 << 20;

    private SavedClassifier() {}

    /**
     * Loads it from its folder; one that lies on S3 is copied below {@link Settings#models()} first, file by file, so
     * that reading objects is all that must be allowed.
     *
     * @throws WrongUseException if there is none, or a damaged one
     * @throws IOException if the disk or the store fails
     */
    static FittedClassifier load(Settings settings, ObjectStore objects) throws IOException {
        Location place = new Location(settings.classifier());
        if (!S3Location.isOne(place)) {
            return FittedClassifier.load(Path.of(settings.classifier()));
        }
        S3Location saved = S3Location.of(Settings.CLASSIFIER, place);
        Files.createDirectories(settings.models());
        Path folder = Files.createTempDirectory(settings.models(), "classifier");
        String card = copy(saved.resolve(ClassifierFiles.CARD), folder.resolve(ClassifierFiles.CARD), objects);
        for (String name : ClassifierFiles.besides(settings.classifier(), card)) {
            copy(saved.resolve(name), folder.resolve(name), objects);
        }
        return FittedClassifier.load(folder);
    }

    private static String copy(S3Location object, Path file, ObjectStore objects) throws IOException {
        byte[] bytes = objects.read(object, MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new WrongUseException(
                    object + ": is larger than 256 MB; name the folder of a classifier in " + Settings.CLASSIFIER);
        }
        Files.write(file, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
