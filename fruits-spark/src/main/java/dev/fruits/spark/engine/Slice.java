package dev.fruits.spark.engine;

import dev.fruits.core.image.ImageRef;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Neighbouring images of a listing: the work of one task.
 *
 * @param images in the listing's order
 * @param earlier features that an earlier run left of some of them, by path
 */
record Slice(List<ImageRef> images, Map<String, EarlierRow> earlier) implements Serializable {
    /**
     * How a listing is cut: the same listing on as many slots gives the same slices, and so the same bits.
     *
     * @param images at most so many in a slice
     * @param bytes a slice ends when its encoded images reach this sum
     * @param slots how many tasks run at once; each gets three slices or more, so that none is idle for long
     */
    record Size(int images, long bytes, int slots) {
        static final int DEFAULT_IMAGES = 2048;
        static final long DEFAULT_BYTES = 256L << 20;
        private static final int SLICES_PER_SLOT = 3;
        /** Opening a session has to pay. */
        private static final int FEWEST = 16;

        private int imagesOf(int listed) {
            int even = (listed + SLICES_PER_SLOT * slots - 1) / (SLICES_PER_SLOT * slots);
            return Math.max(1, Math.min(images, Math.max(FEWEST, even)));
        }
    }

    /** Cuts a listing; at least one slice, so that an empty table has a part. */
    static List<Slice> cut(List<ImageRef> listed, Size size) {
        int most = size.imagesOf(listed.size());
        List<Slice> slices = new ArrayList<>();
        List<ImageRef> images = new ArrayList<>();
        long bytes = 0;
        for (ImageRef image : listed) {
            images.add(image);
            bytes += image.bytes();
            if (images.size() == most || bytes >= size.bytes()) {
                slices.add(new Slice(images, Map.of()));
                images = new ArrayList<>();
                bytes = 0;
            }
        }
        if (!images.isEmpty() || slices.isEmpty()) {
            slices.add(new Slice(images, Map.of()));
        }
        return slices;
    }
}
