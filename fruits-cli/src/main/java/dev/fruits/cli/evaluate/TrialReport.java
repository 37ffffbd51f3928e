package dev.fruits.cli.evaluate;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.classify.ClassifiedImage;
import dev.fruits.core.classify.Evaluation;
import dev.fruits.core.classify.FittedClassifier;
import dev.fruits.core.classify.IdenticalImages;
import dev.fruits.core.sink.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Trial} found.
 *
 * @param settings what was asked
 * @param classifier what was learned
 * @param known how often it tells a label with the threshold's probability, and how often that is right
 * @param evaluation how it did
 * @param neighbours how the nearest training photographs did, by how many of them vote
 * @param components how many the classifier learned from; null for the CNN's own features
 * @param componentsFor95 how many explain 95 % of the training photographs' variance
 * @param identical photographs that are among the training and the test ones
 * @param training where the training photographs went
 * @param test where the test photographs went
 */
public record TrialReport(
        TrialSettings settings,
        FittedClassifier classifier,
        Known known,
        Evaluation evaluation,
        SortedMap<Integer, Evaluation> neighbours,
        @Nullable Integer components,
        int componentsFor95,
        IdenticalImages identical,
        SplitCounts training,
        SplitCounts test) {
    static final String MARKER = "evaluation.json";
    private static final int NAMED_IMAGES = 5;

    public TrialReport {
        neighbours = Collections.unmodifiableSortedMap(new TreeMap<>(neighbours));
    }

    /**
     * Predictions at least as likely as the threshold.
     *
     * @param share of all test photographs of learned classes, 0 to 1
     * @param accuracy share of these that are right; 0 where there are none
     */
    public record Known(double share, double accuracy) {
        static Known of(List<ClassifiedImage> images, List<String> learned, double threshold) {
            List<ClassifiedImage> judged = images.stream()
                    .filter(image -> learned.contains(image.label()))
                    .toList();
            List<ClassifiedImage> told = judged.stream()
                    .filter(image -> image.prediction().isKnown(threshold))
                    .toList();
            long right = told.stream().filter(ClassifiedImage::isCorrect).count();
            return new Known(ratio(told.size(), judged.size()), ratio(right, told.size()));
        }

        private static double ratio(long part, long whole) {
            return whole == 0 ? 0 : (double) part / whole;
        }
    }

    /** What a reader of the figures must know, one line each. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>(evaluation.notes());
        if (identical.testImageCount() > 0) {
            String named = String.join(
                    ", ",
                    identical.groups().stream()
                            .limit(NAMED_IMAGES)
                            .map(group -> group.test().get(0).path())
                            .toList());
            notes.add("among the training photographs too, byte for byte: " + identical.testImageCount()
                    + " test photographs, which flatter every figure: " + named + " ... (identical.csv)");
        }
        notes.add("frames of one fruit on a turntable are near-duplicates: where Training and Test hold the same"
                + " fruits, accuracy is higher than it will be on other photographs");
        return notes;
    }

    /** The files, but for the classifier's; {@value #MARKER} comes last. */
    List<Document> documents() {
        List<Document> documents = new ArrayList<>();
        for (Document document : evaluation.documents()) {
            switch (document.name()) {
                case MARKER -> {
                    // written last
                }
                case "evaluation.md" -> documents.add(new Document(document.name(), TrialText.markdown(this)));
                default -> documents.add(document);
            }
        }
        documents.add(new Document("identical.csv", identical.toCsv()));
        documents.add(new Document(MARKER, toJson()));
        return documents;
    }

    /** The text of {@value #MARKER}. */
    public String toJson() {
        return TrialText.json(this);
    }

    /**
     * Writes the classifier and the figures; those of an earlier trial are replaced.
     *
     * @throws IOException if the disk fails
     */
    public void save() throws IOException {
        Path folder = settings.folder();
        Files.createDirectories(folder);
        Files.deleteIfExists(folder.resolve(MARKER));
        classifier.save(folder.resolve("classifier"));
        for (Document document : documents()) {
            Path temporary = Files.writeString(folder.resolve(document.name() + ".part"), document.text());
            Files.move(temporary, folder.resolve(document.name()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /**
     * Refuses a folder that holds an evaluation.
     *
     * @throws WrongUseException if it does, or is a file
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
