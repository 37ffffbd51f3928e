package dev.fruits.core.evaluate;

import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.feature.ModelId;
import dev.fruits.core.image.ImageSource;
import dev.fruits.core.image.Location;
import dev.fruits.core.json.JsonException;
import dev.fruits.core.json.JsonFields;
import java.nio.file.Path;

/**
 * What the manifest of a folder of features says about them. Files of fruits before 0.1.0 have another format, {@value
 * #OLD_FORMAT}, which is read too.
 *
 * @param images absolute location of the images; empty if the manifest does not name it
 * @param model fingerprint of the CNN
 * @param imagesPerSecond throughput of the extraction
 */
record FeatureOrigin(String images, String model, double imagesPerSecond) {
    /** The option in the manifest that names the images: two folders may hold images of the same names. */
    static final String IMAGES = "images";

    private static final String MANIFEST = "manifest.json";
    private static final String OLD_FORMAT = "fruits-features";
    static final FeatureOrigin UNKNOWN = new FeatureOrigin("", "", 0);

    static FeatureOrigin of(String manifest) {
        try {
            JsonFields fields = JsonFields.parse(MANIFEST, manifest);
            double imagesPerSecond = fields.number("images_per_second");
            return fields.string("format").equals(OLD_FORMAT)
                    ? new FeatureOrigin(fields.string(IMAGES), fields.string("model"), imagesPerSecond)
                    : new FeatureOrigin(
                            fields.object("options").string(IMAGES, ""),
                            ModelId.of(fields.object("model")).fingerprint(),
                            imagesPerSecond);
        } catch (JsonException e) {
            return UNKNOWN; // such features are extracted again
        }
    }

    boolean isOf(ImageSource source, FeatureExtractor extractor) {
        return images.equals(absolute(source.location()))
                && model.equals(extractor.model().fingerprint());
    }

    static String absolute(Location location) {
        return location.isLocal()
                ? Path.of(location.localPath()).toAbsolutePath().normalize().toString()
                : location.text();
    }
}
