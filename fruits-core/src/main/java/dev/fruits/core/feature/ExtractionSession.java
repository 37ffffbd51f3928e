package dev.fruits.core.feature;

import dev.fruits.core.image.EncodedImage;
import java.util.List;

/** Computes features. Opened, used and closed by one thread. */
public interface ExtractionSession extends AutoCloseable {
    /**
     * Computes the features of a batch. The features of an image do not depend on the other images of its batch by
     * more than the rounding of single precision.
     *
     * @param batch at least one image
     * @return one outcome for each image, in the order of the batch
     * @throws dev.fruits.core.RunFailedException if the engine fails; a bad image never makes it fail
     */
    List<ExtractionOutcome> extract(List<EncodedImage> batch);

    @Override
    void close();
}
