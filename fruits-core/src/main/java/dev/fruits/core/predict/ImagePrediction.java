package dev.fruits.core.predict;

import dev.fruits.core.classify.Prediction;
import dev.fruits.core.image.Rejection;

/** The result of one image: a prediction, or the reason why there is none. */
public sealed interface ImagePrediction {
    /** {@link InputImage#name()}. */
    String image();

    /** The image was classified. */
    record Classified(String image, Prediction prediction) implements ImagePrediction {}

    /** The image was rejected. */
    record Rejected(String image, Rejection rejection) implements ImagePrediction {
        /** {@code decode: no image}. */
        public String reason() {
            return rejection.stage().text() + ": " + rejection.reason();
        }
    }
}
