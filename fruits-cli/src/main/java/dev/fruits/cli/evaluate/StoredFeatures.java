package dev.fruits.cli.evaluate;

import dev.fruits.core.engine.Engine;
import dev.fruits.core.engine.FeatureTable;
import dev.fruits.core.image.ImageListing;
import dev.fruits.core.image.ImageSource;
import dev.fruits.core.image.Rejection;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * The features of a folder of photographs, as a {@link FeatureStore} gives them.
 *
 * @param source of the photographs
 * @param listing those that were drawn
 * @param engine closed with this
 * @param table closed with this
 * @param imagesPerSecond through the CNN when they were extracted; 0 where that is not known
 */
record StoredFeatures(
        ImageSource source, ImageListing listing, Engine engine, FeatureTable table, double imagesPerSecond)
        implements AutoCloseable {

    /** Of the listing and the extraction, sorted by path. */
    List<Rejection> rejections() {
        return Stream.concat(listing.rejections().stream(), table.rejections().stream())
                .sorted(Rejection.BY_PATH)
                .toList();
    }

    @Override
    public void close() throws IOException {
        try (engine) {
            table.close();
        }
    }
}
