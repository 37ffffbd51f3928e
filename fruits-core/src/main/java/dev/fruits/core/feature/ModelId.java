package dev.fruits.core.feature;

import dev.fruits.core.json.JsonFields;
import java.io.Serializable;

/**
 * Which CNN, to the byte.
 *
 * @param name {@code mobilenet_v2}
 * @param sha256 of the weights' file, 64 hexadecimal digits in lower case
 * @param preprocessing a digest of everything that changes features besides the weights: input size, normalisation,
 *     resampling, output
 */
public record ModelId(String name, String sha256, String preprocessing) implements Serializable {
    public ModelId {
        if (name.isBlank()) {
            throw new IllegalArgumentException("model name must not be empty");
        }
    }

    /** Reads the fields that the JSON writer gives a model. */
    public static ModelId of(JsonFields fields) {
        return new ModelId(fields.string("name"), fields.string("sha256"), fields.string("preprocessing"));
    }

    /** {@code mobilenet_v2@8068555c…}: two equal texts give equal features. */
    public String fingerprint() {
        return name + "@" + sha256 + "/" + preprocessing;
    }

    @Override
    public String toString() {
        return name;
    }
}
