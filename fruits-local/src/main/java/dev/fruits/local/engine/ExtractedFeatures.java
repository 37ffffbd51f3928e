package dev.fruits.local.engine;

import dev.fruits.core.engine.ExtractionCounts;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.image.ImageRef;
import dev.fruits.core.image.Rejection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows that wait in a checkpoint. Safe for many threads.
 *
 * @param images those with features, in the order of the listing
 * @param slots of their features in the checkpoint
 */
record ExtractedFeatures(
        List<ImageRef> images,
        List<Integer> slots,
        FeatureCheckpoint checkpoint,
        List<Rejection> rejections,
        ExtractionCounts counts) {
    int rowCount() {
        return images.size();
    }

    FeatureRow row(int index) throws IOException {
        ImageRef ref = images.get(index);
        return new FeatureRow(ref.path(), ref.label(), checkpoint.vector(slots.get(index)));
    }

    List<FeatureRow> rows(int from, int to) throws IOException {
        List<FeatureRow> rows = new ArrayList<>(to - from);
        for (int i = from; i < to; i++) {
            rows.add(row(i));
        }
        return rows;
    }
}
