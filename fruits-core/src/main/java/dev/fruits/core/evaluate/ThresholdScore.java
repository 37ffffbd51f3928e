package dev.fruits.core.evaluate;

import java.util.List;

/**
 * The predictions whose probability reaches a threshold.
 *
 * @param threshold probability, 0 to 1
 * @param share of all test images of trained classes, 0 to 1
 * @param accuracy share of these predictions that are correct; 0 if there are none
 */
public record ThresholdScore(double threshold, double share, double accuracy) {
    static ThresholdScore of(double threshold, List<String> labels, List<ClassifiedImage> images) {
        List<ClassifiedImage> tested =
                images.stream().filter(image -> labels.contains(image.label())).toList();
        List<ClassifiedImage> reached = tested.stream()
                .filter(image -> image.prediction().isKnown(threshold))
                .toList();
        long correct = reached.stream().filter(ClassifiedImage::isCorrect).count();
        return new ThresholdScore(
                threshold, ClassScore.ratio(reached.size(), tested.size()), ClassScore.ratio(correct, reached.size()));
    }
}
