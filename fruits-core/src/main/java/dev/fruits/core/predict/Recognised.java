package dev.fruits.core.predict;

import dev.fruits.core.classify.Prediction;
import dev.fruits.core.image.Rejection;

/** What became of one photograph. */
public sealed interface Recognised {
    /** {@link Photo#name()}. */
    String photo();

    /** The classifier has an opinion. */
    record Predicted(String photo, Prediction prediction) implements Recognised {}

    /** It could not be used. */
    record Unusable(String photo, Rejection rejection) implements Recognised {
        /** {@code decode: no image}. */
        public String reason() {
            return rejection.stage().text() + ": " + rejection.reason();
        }
    }
}
