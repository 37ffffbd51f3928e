package dev.fruits.core.feature;

import dev.fruits.core.image.ImageRef;
import dev.fruits.core.image.Rejection;
import dev.fruits.core.image.Stage;
import java.util.function.Consumer;

/** What became of one image: features, or a rejection. */
public sealed interface ExtractionOutcome {
    /** Calls exactly one of the two. */
    void deliver(Consumer<FeatureRow> onFeatures, Consumer<Rejection> onRejection);

    /** Features, if every value is finite; else a rejection. */
    static ExtractionOutcome of(ImageRef ref, FeatureVector vector) {
        return vector.isFinite()
                ? new Extracted(new FeatureRow(ref.path(), ref.label(), vector))
                : new Rejected(new Rejection(ref.path(), ref.label(), Stage.EXTRACT, "a feature is not finite"));
    }

    static ExtractionOutcome of(Rejection rejection) {
        return new Rejected(rejection);
    }

    /** The image gave features. */
    record Extracted(FeatureRow row) implements ExtractionOutcome {
        @Override
        public void deliver(Consumer<FeatureRow> onFeatures, Consumer<Rejection> onRejection) {
            onFeatures.accept(row);
        }
    }

    /** The image gave none. */
    record Rejected(Rejection rejection) implements ExtractionOutcome {
        @Override
        public void deliver(Consumer<FeatureRow> onFeatures, Consumer<Rejection> onRejection) {
            onRejection.accept(rejection);
        }
    }
}
