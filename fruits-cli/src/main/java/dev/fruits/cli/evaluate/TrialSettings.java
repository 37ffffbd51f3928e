package dev.fruits.cli.evaluate;

import dev.fruits.core.classify.Prediction;
import dev.fruits.core.engine.EarlierFeatures;
import dev.fruits.core.image.Location;
import dev.fruits.core.pca.ComponentChoice;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What is learned and measured.
 *
 * @param training the photographs to learn from
 * @param test the photographs to be judged by
 * @param folder where features, classifier and figures go
 * @param choice how many components the classifier learns from; null for the CNN's own features
 * @param threshold of the probability below which a label is not told
 * @param seed of the order in which the classifier looks at photographs
 * @param extraction how features are extracted
 */
public record TrialSettings(
        Split training,
        Split test,
        Path folder,
        @Nullable ComponentChoice choice,
        double threshold,
        long seed,
        Extraction extraction) {
    public TrialSettings {
        Prediction.requireThreshold(threshold);
    }

    /**
     * Some photographs.
     *
     * @param images where they are
     * @param earlier features that may stand for them
     */
    public record Split(Location images, EarlierFeatures earlier) {
        public static Split of(String images) {
            return new Split(new Location(images), EarlierFeatures.NONE);
        }
    }
}
