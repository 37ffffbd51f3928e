package dev.fruits.core.spi;

import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.image.ImageSource;
import dev.fruits.core.image.Location;

/**
 * What is followed, and what is done with every new image.
 *
 * @param images gives the folder and reads from it; it is not asked to list
 * @param extractor the CNN
 * @param projection a {@code pca.json} of an earlier run: the components are not fitted again
 * @param out where the results go
 * @param batch images per call of the CNN
 * @param once whether to end when everything that lies there has been worked on
 */
public record FollowRequest(
        ImageSource images, FeatureExtractor extractor, Location projection, Location out, int batch, boolean once) {}
