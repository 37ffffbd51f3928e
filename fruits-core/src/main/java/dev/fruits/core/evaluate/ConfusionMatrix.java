package dev.fruits.core.evaluate;

import dev.fruits.core.run.Csv;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Number of images of each class by predicted class, over the labels that occur as either. Immutable. */
public final class ConfusionMatrix {
    private final List<String> labels;
    private final long[][] counts;

    private ConfusionMatrix(List<String> labels) {
        this.labels = labels;
        this.counts = new long[labels.size()][labels.size()];
    }

    static ConfusionMatrix of(List<ClassifiedImage> images) {
        TreeSet<String> labels = new TreeSet<>();
        for (ClassifiedImage image : images) {
            labels.add(image.label());
            labels.add(image.predicted());
        }
        ConfusionMatrix matrix = new ConfusionMatrix(List.copyOf(labels));
        images.forEach(image -> matrix.counts[matrix.index(image.label())][matrix.index(image.predicted())]++);
        return matrix;
    }

    /** Sorted: every class that has an image or was predicted. */
    public List<String> labels() {
        return labels;
    }

    /** One score for each of {@link #labels()}. */
    public List<ClassScore> scores() {
        return IntStream.range(0, labels.size()).mapToObj(this::score).toList();
    }

    private ClassScore score(int index) {
        long predicted = Arrays.stream(counts).mapToLong(row -> row[index]).sum();
        long support = Arrays.stream(counts[index]).sum();
        return ClassScore.of(labels.get(index), counts[index][index], predicted, support);
    }

    /** A line for each true class, a column for each predicted one. */
    public String toCsv() {
        List<String> head = new ArrayList<>(labels);
        head.add(0, "label");
        StringBuilder text = new StringBuilder(Csv.line(head.toArray()));
        for (int i = 0; i < counts.length; i++) {
            List<Object> line = new ArrayList<>(List.of(labels.get(i)));
            Arrays.stream(counts[i]).forEach(line::add);
            text.append(Csv.line(line.toArray()));
        }
        return text.toString();
    }

    private int index(String label) {
        return Collections.binarySearch(labels, label);
    }
}
