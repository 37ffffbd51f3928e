package dev.fruits.spark.follow;

import dev.fruits.core.Sha256;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.feature.ModelId;
import dev.fruits.core.image.Location;
import dev.fruits.core.json.Json;
import dev.fruits.core.json.JsonFields;

/**
 * What all batches at one output location have in common: {@code follow.json}.
 *
 * @param images the followed folder
 * @param model fingerprint of the CNN
 * @param projection SHA-256 of the text of {@code pca.json}
 */
record FollowIdentity(String images, String model, String projection) {
    private record File(String format, int version, String images, String model, String projectionSha256) {}

    static FollowIdentity of(Location images, ModelId model, String pca) {
        return new FollowIdentity(images.text(), model.fingerprint(), Sha256.of(pca));
    }

    String toJson() {
        return Json.write(new File("fruits-follow", 1, images, model, projection));
    }

    static FollowIdentity fromJson(String name, String text) {
        JsonFields fields = JsonFields.parse(name, text);
        return new FollowIdentity(fields.string("images"), fields.string("model"), fields.string("projection_sha256"));
    }

    /** @throws WrongUseException if {@code other}, the request of now, differs from this */
    void require(Location out, FollowIdentity other) {
        requireEqual(out, "images", images, other.images);
        requireEqual(out, "model", model, other.model);
        requireEqual(out, "projection", projection, other.projection);
    }

    private static void requireEqual(Location out, String what, String before, String now) {
        if (!before.equals(now)) {
            throw new WrongUseException("out " + out + ": was written with " + what + " " + before + ", not " + now
                    + "; give the same again, or another --out");
        }
    }
}
