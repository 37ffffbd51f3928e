package dev.fruits.core.evaluate;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Images of one class that were predicted as another.
 *
 * @param label the true class
 * @param predicted the predicted class
 * @param paths the images, sorted; at least one
 */
public record ConfusedPair(String label, String predicted, List<String> paths) {
    private static final Comparator<ConfusedPair> BY_COUNT = Comparator.comparingInt(ConfusedPair::count)
            .reversed()
            .thenComparing(ConfusedPair::label)
            .thenComparing(ConfusedPair::predicted);

    public ConfusedPair {
        paths = paths.stream().sorted().toList();
    }

    public int count() {
        return paths.size();
    }

    /** Every pair that occurs, by falling count, then by label. */
    static List<ConfusedPair> of(List<ClassifiedImage> images) {
        Map<ConfusedPair, List<String>> paths = images.stream()
                .filter(image -> !image.isCorrect())
                .collect(Collectors.groupingBy(
                        image -> new ConfusedPair(image.label(), image.predicted(), List.of()),
                        Collectors.mapping(ClassifiedImage::path, Collectors.toList())));
        return paths.entrySet().stream()
                .map(pair ->
                        new ConfusedPair(pair.getKey().label(), pair.getKey().predicted(), pair.getValue()))
                .sorted(BY_COUNT)
                .toList();
    }
}
