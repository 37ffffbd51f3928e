package dev.fruits.cli.evaluate;

import dev.fruits.core.WrongUseException;
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
    /** Below it a prediction is more likely wrong than right, as far as its probability can be believed. */
    public static final double DEFAULT_THRESHOLD = 0.5;

    public TrialSettings {
        requireThreshold(threshold);
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

    /** The threshold itself, if it is a probability. */
    public static double requireThreshold(double threshold) {
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new WrongUseException("threshold " + threshold + ": must be 0 to 1; 0.5 is the default");
        }
        return threshold;
    }
}
