package dev.fruits.core.evaluate;

import dev.fruits.core.WholeFile;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.classify.FittedClassifier;
import dev.fruits.core.json.Json;
import dev.fruits.core.sink.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The result of an {@link EvaluationRun}.
 *
 * @param classifier the trained classifier
 * @param evaluation its figures on the test images
 * @param threshold the predictions that reach the threshold
 * @param neighbours figures of the nearest training images, by the number of them that vote
 * @param components on which the classifier was trained; null if it was trained on the features themselves
 * @param componentsFor95 components that explain 95 % of the variance of the training images
 * @param identical images that are among both the training and the test images
 * @param training counts of the training images
 * @param test counts of the test images
 */
public record EvaluationReport(
        FittedClassifier classifier,
        Evaluation evaluation,
        ThresholdScore threshold,
        SortedMap<Integer, Evaluation> neighbours,
        @Nullable Integer components,
        int componentsFor95,
        IdenticalImages identical,
        ImageCounts training,
        ImageCounts test) {
    /** The file that is written last: a folder holds an evaluation exactly when it is there. */
    public static final String MARKER = "evaluation.json";

    private static final int NAMED_IMAGES = 5;

    public EvaluationReport {
        neighbours = Collections.unmodifiableSortedMap(new TreeMap<>(neighbours));
    }

    /** The figures of the one nearest training image. */
    public Evaluation nearestNeighbour() {
        return neighbours.values().iterator().next();
    }

    /** Reservations about the figures, one line each. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>(evaluation.notes());
        if (identical.testImageCount() > 0) {
            List<String> named = identical.groups().stream()
                    .limit(NAMED_IMAGES)
                    .map(group -> group.test().get(0).path())
                    .toList();
            notes.add(identical.testImageCount() + " test images are also training images, byte for byte, which raises"
                    + " every figure: " + String.join(", ", named) + " ... (identical.csv)");
        }
        notes.add("frames of one fruit on a turntable are near-duplicates: if Training and Test hold the same fruits,"
                + " accuracy is higher than on other images");
        return notes;
    }

    /** The text of {@value #MARKER}. */
    public String toJson() {
        return Json.write(EvaluationJson.of(this));
    }

    /**
     * Writes the classifier to {@code classifier/}, {@code classes.csv}, {@code confusion.csv} and
     * {@code identical.csv}, then {@code others}, and {@value #MARKER} last. Files of an earlier evaluation are replaced.
     *
     * @param folder created if it is missing
     * @param others more documents of the caller
     * @throws IOException if the disk fails
     */
    public void save(Path folder, Document... others) throws IOException {
        Files.createDirectories(folder);
        Files.deleteIfExists(folder.resolve(MARKER));
        classifier.save(folder.resolve("classifier"));
        List<Document> documents = new ArrayList<>();
        documents.add(new Document("classes.csv", evaluation.classesCsv()));
        documents.add(new Document("confusion.csv", evaluation.confusion().toCsv()));
        documents.add(new Document("identical.csv", identical.toCsv()));
        documents.addAll(List.of(others));
        documents.add(new Document(MARKER, toJson()));
        for (Document document : documents) {
            WholeFile.write(folder.resolve(document.name()), document.text());
        }
    }

    /**
     * Refuses a folder that holds an evaluation.
     *
     * @throws WrongUseException if it holds one, or is a file
     */
    public static void requireNone(Path folder) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new WrongUseException("out " + folder + ": is a file; give a folder");
        }
        if (Files.exists(folder.resolve(MARKER))) {
            throw new WrongUseException("out " + folder
                    + ": already holds an evaluation; pass --overwrite to replace it, or another --out");
        }
    }
}
