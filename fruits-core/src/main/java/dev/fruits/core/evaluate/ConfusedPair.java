package dev.fruits.core.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
        Map<String, Map<String, List<String>>> paths = new TreeMap<>();
        for (ClassifiedImage image : images) {
            if (!image.isCorrect()) {
                paths.computeIfAbsent(image.label(), label -> new TreeMap<>())
                        .computeIfAbsent(image.predicted(), label -> new ArrayList<>())
                        .add(image.path());
            }
        }
        List<ConfusedPair> pairs = new ArrayList<>();
        paths.forEach((label, byPredicted) ->
                byPredicted.forEach((predicted, wrong) -> pairs.add(new ConfusedPair(label, predicted, wrong))));
        return pairs.stream().sorted(BY_COUNT).toList();
    }
}
