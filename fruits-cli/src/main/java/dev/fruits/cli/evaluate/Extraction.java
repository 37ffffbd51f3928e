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

    /** The same, named so to the listener. */
    Extraction announcedAs(String name) {
        return new Extraction(
                sample, engine, batch, threads, (step, done, total) -> listener.progress(name, done, total));
    }
}
