package dev.fruits.cli.evaluate;

import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.image.ImageSource;
import dev.fruits.core.image.Location;
import dev.fruits.core.json.JsonException;
import dev.fruits.core.json.JsonFields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a folder of features says of itself.
 *
 * @param images where the photographs were; empty if it says nothing
 * @param model fingerprint of the CNN
 * @param imagesPerSecond through the CNN
 */
record StoreRecord(String images, String model, double imagesPerSecond) {
    static final String FILE = "manifest.json";
    static final String STARTED = "started";
    static final String IMAGES = "images";
    static final String MODEL = "model";
    static final String PACE = "images_per_second";

    private static final StoreRecord NOTHING = new StoreRecord("", "", 0);

    static StoreRecord in(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return NOTHING;
        }
        try {
            JsonFields fields = JsonFields.parse(file.toString(), Files.readString(file));
            return new StoreRecord(fields.string(IMAGES), fields.string(MODEL), fields.number(PACE));
        } catch (JsonException e) {
            return NOTHING; // not written by a store: its features are extracted again
        }
    }

    /** Two folders may hold photographs of the same names. */
    boolean isOf(ImageSource source, FeatureExtractor extractor) {
        return images.equals(placeOf(source)) && model.equals(extractor.model().fingerprint());
    }

    static String placeOf(ImageSource source) {
        Location location = source.location();
        return location.isLocal()
                ? Path.of(location.text()).toAbsolutePath().normalize().toString()
                : location.text();
    }
}
