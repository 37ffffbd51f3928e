package dev.fruits.spark.engine;

import dev.fruits.core.engine.ExtractionCounts;
import dev.fruits.core.image.Rejection;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The counts of one or more partitions. They come from the data, so that a task that ran twice counts once.
 *
 * @param rows number of rows with features
 * @param cnnRuns number of images that the CNN processed
 * @param reused number of rows of an earlier run
 * @param rejections in the listing's order within a partition
 */
record ExtractedCounts(long rows, long cnnRuns, long reused, List<Rejection> rejections) implements Serializable {
    static ExtractedCounts none() {
        return new ExtractedCounts(0, 0, 0, List.of());
    }

    static ExtractedCounts of(Iterator<ExtractedBlock> blocks) {
        ExtractedCounts counts = none();
        while (blocks.hasNext()) {
            ExtractedBlock block = blocks.next();
            counts = counts.plus(
                    new ExtractedCounts(block.features().size(), block.cnnRuns(), block.reused(), block.rejections()));
        }
        return counts;
    }

    ExtractedCounts plus(ExtractedCounts other) {
        List<Rejection> all = new ArrayList<>(rejections);
        all.addAll(other.rejections);
        return new ExtractedCounts(rows + other.rows, cnnRuns + other.cnnRuns, reused + other.reused, all);
    }

    ExtractionCounts asCounts() {
        return new ExtractionCounts(cnnRuns, reused);
    }

    long images() {
        return rows + rejections.size();
    }
}
