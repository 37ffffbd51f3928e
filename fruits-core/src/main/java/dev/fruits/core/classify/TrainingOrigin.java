package dev.fruits.core.classify;

import dev.fruits.core.feature.ModelId;
import dev.fruits.core.image.Location;
import java.time.Instant;

/**
 * The training data of a classifier, and the time of its fit.
 *
 * @param images where the labelled images are
 * @param model the CNN that made their features
 * @param time of the fit
 */
public record TrainingOrigin(Location images, ModelId model, Instant time) {}
