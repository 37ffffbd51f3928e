package dev.fruits.cli.predict;

import dev.fruits.core.classify.Prediction;
import dev.fruits.core.image.Rejection;
import java.nio.file.Path;

/** What became of one photograph. */
public sealed interface Recognised {
    /** As it was given, or found below what was given. */
    Path photo();

    /** The classifier has an opinion. */
    record Predicted(Path photo, Prediction prediction) implements Recognised {}

    /** It could not be used. */
    record Unusable(Path photo, Rejection rejection) implements Recognised {
        /** {@code decode: no image}. */
        String reason() {
            return rejection.stage().text() + ": " + rejection.reason();
        }
    }
}
