package dev.fruits.spark.follow;

import dev.fruits.core.Sha256;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.feature.ModelId;
import dev.fruits.core.image.Location;
import dev.fruits.core.json.JsonFields;

/**
 * What all batches at one output location have in common: {@code follow.json}.
 *
 * @param format of the file, {@code fruits-follow}
 * @param version of the format
 * @param images the followed folder
 * @param model fingerprint of the CNN
 * @param projectionSha256 SHA-256 of the text of {@code pca.json}
 */
record FollowIdentity(String format, int version, String images, String model, String projectionSha256) {
    static FollowIdentity of(Location images, ModelId model, String pca) {
        return new FollowIdentity("fruits-follow", 1, images.text(), model.fingerprint(), Sha256.of(pca));
    }

    static FollowIdentity fromJson(String name, String text) {
        JsonFields fields = JsonFields.parse(name, text);
        return new FollowIdentity(
                "fruits-follow",
                1,
                fields.string("images"),
                fields.string("model"),
                fields.string("projection_sha256"));
    }

    /** @throws WrongUseException if {@code other}, the request of now, differs from this */
    void require(Location out, FollowIdentity other) {
        requireEqual(out, "images", images, other.images);
        requireEqual(out, "model", model, other.model);
        requireEqual(out, "projection", projectionSha256, other.projectionSha256);
    }

    private static void requireEqual(Location out, String what, String before, String now) {
        if (!before.equals(now)) {
            throw new WrongUseException("out " + out + ": was written with " + what + " " + before + ", not " + now
                    + "; give the same again, or another --out");
        }
    }
}
