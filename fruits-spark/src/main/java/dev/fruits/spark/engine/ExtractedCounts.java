package dev.fruits.spark.engine;

import dev.fruits.core.engine.ExtractionCounts;
import dev.fruits.core.image.Rejection;
import dev.fruits.core.image.Stage;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The counts of one or more blocks. They come from the data, so that a task that ran twice counts once.
 *
 * @param rows number of rows with features
 * @param reused number of rows of an earlier run
 * @param rejections in the listing's order within a partition
 */
record ExtractedCounts(long rows, long reused, List<Rejection> rejections) implements Serializable {
    static ExtractedCounts none() {
        return new ExtractedCounts(0, 0, List.of());
    }

    static ExtractedCounts of(Iterator<ExtractedBlock> blocks) {
        ExtractedCounts counts = none();
        while (blocks.hasNext()) {
            counts = counts.plus(blocks.next().counts());
        }
        return counts;
    }

    ExtractedCounts plus(ExtractedCounts other) {
        List<Rejection> all = new ArrayList<>(rejections);
        all.addAll(other.rejections);
        return new ExtractedCounts(rows + other.rows, reused + other.reused, all);
    }

    ExtractionCounts asCounts() {
        long withoutFeatures = rejections.stream()
                .filter(rejection -> rejection.stage() == Stage.EXTRACT)
                .count();
        return new ExtractionCounts(rows - reused + withoutFeatures, reused);
    }

    long images() {
        return rows + rejections.size();
    }
}
