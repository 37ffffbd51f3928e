package dev.fruits.local.engine;

import dev.fruits.core.engine.ExtractionCounts;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.image.ImageRef;
import dev.fruits.core.image.Rejection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The rows that wait in a checkpoint, in the order of the listing. Safe for many threads. */
final class ExtractedFeatures {
    private final List<ImageRef> images;
    private final int[] imageOfRow;
    private final int[] slotOfImage;
    private final FeatureCheckpoint checkpoint;
    private final List<Rejection> rejections;
    private final ExtractionCounts counts;

    ExtractedFeatures(
            List<ImageRef> images,
            int[] imageOfRow,
            int[] slotOfImage,
            FeatureCheckpoint checkpoint,
            List<Rejection> rejections,
            ExtractionCounts counts) {
        this.images = images;
        this.imageOfRow = imageOfRow;
        this.slotOfImage = slotOfImage;
        this.checkpoint = checkpoint;
        this.rejections = rejections;
        this.counts = counts;
    }

    int rowCount() {
        return imageOfRow.length;
    }

    FeatureRow row(int index) throws IOException {
        ImageRef ref = images.get(imageOfRow[index]);
        return new FeatureRow(ref.path(), ref.label(), checkpoint.vector(slotOfImage[imageOfRow[index]]));
    }

    List<FeatureRow> rows(int from, int to) throws IOException {
        List<FeatureRow> rows = new ArrayList<>(to - from);
        for (int i = from; i < to; i++) {
            rows.add(row(i));
        }
        return rows;
    }

    FeatureCheckpoint checkpoint() {
        return checkpoint;
    }

    List<Rejection> rejections() {
        return rejections;
    }

    ExtractionCounts counts() {
        return counts;
    }
}
