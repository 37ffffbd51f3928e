package dev.fruits.core.spi;

import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.image.ImageSource;
import dev.fruits.core.image.Location;

/**
 * A folder to follow, and how each new image is processed.
 *
 * @param images names the folder and reads its images; its {@code list} is not called
 * @param extractor the CNN
 * @param projection {@code pca.json} of an earlier run; components are not fitted again
 * @param out location of the results
 * @param batch images per call of the CNN
 * @param once whether to return when every image present has been processed
 */
public record FollowRequest(
        ImageSource images, FeatureExtractor extractor, Location projection, Location out, int batch, boolean once) {}
