package dev.fruits.cli.evaluate;

import dev.fruits.core.engine.EarlierFeatures;
import dev.fruits.core.engine.ExtractionOptions;
import dev.fruits.core.engine.ProgressListener;
import dev.fruits.core.image.ImageListing;
import dev.fruits.core.image.PerLabelSample;
import org.jspecify.annotations.Nullable;

/**
 * How features are extracted.
 *
 * @param sample which photographs are drawn; null for all
 * @param engine its name
 * @param batch images per call of the CNN
 * @param threads how many CNN sessions run at once
 * @param listener hears of progress
 */
public record Extraction(
        @Nullable PerLabelSample sample, String engine, int batch, int threads, ProgressListener listener) {
    public Extraction {
        new ExtractionOptions(batch, EarlierFeatures.NONE, listener);
    }

    ImageListing drawnOf(ImageListing listing) {
        return sample == null ? listing : sample.applyTo(listing);
    }

    /** The same, where the listener hears of which photographs it is. */
    Extraction announcedFor(String photographs) {
        ProgressListener announced = (step, done, total) -> listener.progress(step + ", " + photographs, done, total);
        return new Extraction(sample, engine, batch, threads, announced);
    }
}
