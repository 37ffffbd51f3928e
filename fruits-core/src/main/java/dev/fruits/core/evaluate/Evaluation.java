package dev.fruits.core.evaluate;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.json.Json;
import dev.fruits.core.run.Csv;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Figures of a classifier on images whose class is known. Immutable.
 *
 * <p>Definitions: M. Sokolova, G. Lapalme, A systematic analysis of performance measures for classification tasks,
 * Information Processing and Management 45 (2009), 427–437. Conventions are those of scikit-learn 1.2 with
 * {@code zero_division=0}: an undefined precision, recall or F1 counts as 0, and averages run over the classes that have
 * an image or were predicted. Predictions of images whose class has no training image cannot be correct: they are
 * excluded from every figure, and {@link #notes()} reports them by name and number.
 */
public final class Evaluation {
    private final List<ClassifiedImage> images;
    private final SortedMap<String, Long> unlearned;
    private final List<String> withoutImages;
    private final ConfusionMatrix confusion;
    private final List<ClassScore> classes;
    private final List<ConfusedPair> confusedPairs;

    private Evaluation(List<ClassifiedImage> images, SortedMap<String, Long> unlearned, Set<String> labels) {
        this.images = images;
        this.unlearned = Collections.unmodifiableSortedMap(unlearned);
        this.confusion = ConfusionMatrix.of(images);
        this.classes = confusion.scores();
        this.confusedPairs = ConfusedPair.of(images);
        Set<String> missing = new TreeSet<>(labels);
        images.forEach(image -> missing.remove(image.label()));
        this.withoutImages = List.copyOf(missing);
    }

    /**
     * Evaluates.
     *
     * @param labels the labels that the classifier can predict
     * @param images in any order
     * @throws WrongUseException if no image is of a class of the classifier
     */
    public static Evaluation of(List<String> labels, List<ClassifiedImage> images) {
        Set<String> known = new TreeSet<>(labels);
        List<ClassifiedImage> tested =
                images.stream().filter(image -> known.contains(image.label())).toList();
        SortedMap<String, Long> unlearned = images.stream()
                .filter(image -> !known.contains(image.label()))
                .collect(Collectors.groupingBy(ClassifiedImage::label, TreeMap::new, Collectors.counting()));
        if (tested.isEmpty()) {
            throw new WrongUseException("test images: none of " + images.size() + " is of one of the " + labels.size()
                    + " classes of the training images; give both the same names of class folders");
        }
        return new Evaluation(tested, unlearned, known);
    }

    /** Number of images in the figures; at least 1. */
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

    /** Classes without training images, and the number of their test images. */
    public SortedMap<String, Long> unlearned() {
        return unlearned;
    }

    /** Reservations about the figures, one line each. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (!unlearned.isEmpty()) {
            long left = unlearned.values().stream().mapToLong(Long::longValue).sum();
            notes.add("excluded from every figure: " + left + " test images of " + unlearned.size()
                    + " classes without training images: " + unlearned);
        }
        if (!withoutImages.isEmpty()) {
            notes.add("classes without test images: " + withoutImages.size() + ": " + withoutImages);
        }
        return notes;
    }

    /** A line for each class: {@code label,precision,recall,f1,support}. */
    public String classesCsv() {
        return Csv.table(classes.stream().map(Json::fields).toList());
    }
}
