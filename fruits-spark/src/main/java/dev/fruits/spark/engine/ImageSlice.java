package dev.fruits.spark.engine;

import dev.fruits.core.image.ImageRef;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Neighbouring images of a listing, processed by one task.
 *
 * @param images in the listing's order
 * @param earlier features of an earlier run, for some of them, by path
 */
record ImageSlice(List<ImageRef> images, Map<String, ReusableRows.Row> earlier) implements Serializable {
    /**
     * The size of a slice. The same listing and the same number of slots give the same slices, and so the same bits.
     *
     * @param images the most images of a slice
     * @param bytes a slice ends when its encoded images reach this sum
     * @param slots number of tasks that run at once; each gets three slices or more, so that none is idle for long
     */
    record Size(int images, long bytes, int slots) {
        static final int DEFAULT_IMAGES = 2048;
        static final long DEFAULT_BYTES = 256L << 20;
        private static final int SLICES_PER_SLOT = 3;
        /** Fewer are not worth the opening of a session. */
        private static final int FEWEST = 16;

        private int imagesOf(int listed) {
            int even = (listed + SLICES_PER_SLOT * slots - 1) / (SLICES_PER_SLOT * slots);
            return Math.max(1, Math.min(images, Math.max(FEWEST, even)));
        }
    }

    /** Cuts a listing into slices; at least one, so that an empty table has a part. */
    static List<ImageSlice> cut(List<ImageRef> listed, Size size) {
        int most = size.imagesOf(listed.size());
        List<ImageSlice> slices = new ArrayList<>();
        List<ImageRef> images = new ArrayList<>();
        long bytes = 0;
        for (ImageRef image : listed) {
            images.add(image);
            bytes += image.bytes();
            if (images.size() == most || bytes >= size.bytes()) {
                slices.add(new ImageSlice(images, Map.of()));
                images = new ArrayList<>();
                bytes = 0;
            }
        }
        if (!images.isEmpty() || slices.isEmpty()) {
            slices.add(new ImageSlice(images, Map.of()));
        }
        return slices;
    }
}
