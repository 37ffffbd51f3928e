package dev.fruits.core.classify;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.sink.Document;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/**
 * How well a classifier did on images whose class is known. Immutable.
 *
 * <p>Definitions: M. Sokolova, G. Lapalme, A systematic analysis of performance measures for classification tasks,
 * Information Processing and Management 45 (2009), 427–437. Conventions are those of scikit-learn 1.2 with
 * {@code zero_division=0}: an undefined precision, recall or F1 counts as 0, and averages run over the classes that have
 * an image or were predicted. Images of classes that the classifier never learned cannot be right: they are left out of
 * every figure, and {@link #notes()} says so, by name and number.
 */
public final class Evaluation {
    private final List<ClassifiedImage> images;
    private final SortedMap<String, Long> unlearned;
    private final List<String> withoutImages;
    private final ConfusionMatrix confusion;
    private final List<ClassScore> classes;
    private final List<ConfusedPair> confusedPairs;

    private Evaluation(List<ClassifiedImage> images, SortedMap<String, Long> unlearned, Set<String> learned) {
        this.images = images;
        this.unlearned = Collections.unmodifiableSortedMap(unlearned);
        this.confusion = ConfusionMatrix.of(images);
        this.classes = confusion.scores();
        this.confusedPairs = ConfusedPair.of(images);
        Set<String> missing = new TreeSet<>(learned);
        images.forEach(image -> missing.remove(image.label()));
        this.withoutImages = List.copyOf(missing);
    }

    /**
     * Evaluates.
     *
     * @param learned the labels that the classifier can predict
     * @param images in any order
     * @throws WrongUseException if no image is of a class that was learned
     */
    public static Evaluation of(List<String> learned, List<ClassifiedImage> images) {
        Set<String> known = new TreeSet<>(learned);
        List<ClassifiedImage> judged = new ArrayList<>();
        SortedMap<String, Long> unlearned = new TreeMap<>();
        for (ClassifiedImage image : images) {
            if (known.contains(image.label())) {
                judged.add(image);
            } else {
                unlearned.merge(image.label(), 1L, Long::sum);
            }
        }
        if (judged.isEmpty()) {
            throw new WrongUseException("test images: none of " + images.size() + " is of one of the " + learned.size()
                    + " classes that were learned; name the class folders as those of the training images");
        }
        return new Evaluation(Collections.unmodifiableList(judged), unlearned, known);
    }

    /** How many images the figures are over; at least 1. */
    public long imageCount() {
        return images.size();
    }

    /** Share of the images whose class is the most likely one. */
    public double accuracy() {
        return topAccuracy(1);
    }

    /** Share of the images whose class is among the {@code k} most likely. */
    public double topAccuracy(int k) {
        return images.stream().filter(image -> image.isAmongTop(k)).count() / (double) images.size();
    }

    /** Mean F1 of the classes, each counting the same. */
    public double macroF1() {
        return classes.stream().mapToDouble(ClassScore::f1).average().orElseThrow();
    }

    /** Mean F1 of the classes, each counting as many times as it has images. */
    public double weightedF1() {
        ToDoubleFunction<ClassScore> share = score -> score.f1() * score.support() / images.size();
        return classes.stream().mapToDouble(share).sum();
    }

    /** One score for every class that has an image or was predicted, sorted by label. */
    public List<ClassScore> classes() {
        return classes;
    }

    public ConfusionMatrix confusion() {
        return confusion;
    }

    /** The pairs of classes that were confused, most frequent first. */
    public List<ConfusedPair> confusedPairs() {
        return confusedPairs;
    }

    /** Classes that were never learned, and how many images of theirs were left out. */
    public SortedMap<String, Long> unlearned() {
        return unlearned;
    }

    /** What a reader of the figures must know, one line each. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (!unlearned.isEmpty()) {
            long left = unlearned.values().stream().mapToLong(Long::longValue).sum();
            notes.add("left out of every figure: " + left + " images of " + unlearned.size()
                    + " classes that were not learned: " + unlearned);
        }
        if (!withoutImages.isEmpty()) {
            notes.add("learned but without a test image: " + withoutImages.size() + " classes: " + withoutImages);
        }
        return notes;
    }

    /** {@code evaluation.json}, {@code evaluation.md}, {@code classes.csv}, {@code confusion.csv}. */
    public List<Document> documents() {
        return List.of(
                new Document("evaluation.json", toJson()),
                new Document("evaluation.md", toMarkdown()),
                new Document("classes.csv", EvaluationText.classesCsv(this)),
                new Document("confusion.csv", confusion.toCsv()));
    }

    public String toJson() {
        return EvaluationText.json(this);
    }

    public String toMarkdown() {
        return EvaluationText.markdown(this);
    }
}
