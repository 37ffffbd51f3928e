package dev.fruits.train;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.ImageListing;
import dev.fruits.core.image.ImageRef;
import dev.fruits.core.image.ImageRejectedException;
import dev.fruits.core.image.ImageSource;
import dev.fruits.core.image.Rejection;
import dev.fruits.image.RgbImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All images of a source, decoded: 3 bytes for each pixel, 393 MB for 13,100 images of 100 × 100.
 *
 * @param labels the classes, sorted
 * @param images sorted by path
 * @param rejections images that could not be read, sorted by path
 * @param ignored entries that are no images
 * @param fingerprint of the images as they are stored, their paths included
 */
record ImageSet(
        List<String> labels, List<LabelledImage> images, List<Rejection> rejections, long ignored, String fingerprint) {
    /** Share of the heap that images may take; batches and everything else need the rest. */
    private static final double HEAP_SHARE = 0.75;

    ImageSet {
        labels = List.copyOf(labels);
        images = List.copyOf(images);
        rejections = rejections.stream().sorted(Rejection.BY_PATH).toList();
    }

    /**
     * @param side of the square that every image is resized to, in pixels
     * @throws WrongUseException if there are fewer than two classes to tell apart
     * @throws RunFailedException if the heap is too small for them
     */
    static ImageSet read(ImageSource source, int side, TrainingListener listener) throws IOException {
        ImageListing listing = source.list();
        requireTwo(labels(listing.images()), source, "");
        requireRoom(listing.images().size(), side, Runtime.getRuntime().maxMemory());
        List<Rejection> rejections = new ArrayList<>(listing.rejections());
        Map<ImageRef, RgbImage> images = new LinkedHashMap<>();
        try (FingerprintedImages reader = new FingerprintedImages(source, side)) {
            int done = 0;
            for (ImageRef ref : listing.images()) {
                try {
                    images.put(ref, reader.read(ref));
                } catch (ImageRejectedException e) {
                    rejections.add(e.rejection());
                }
                listener.read(++done, listing.images().size());
            }
            List<String> labels = labels(images.keySet());
            requireTwo(labels, source, " with photographs that can be read");
            return new ImageSet(
                    labels, labelled(images, labels), rejections, listing.ignoredCount(), reader.fingerprint());
        }
    }

    private static List<String> labels(Collection<ImageRef> refs) {
        return refs.stream().map(ImageRef::label).distinct().sorted().toList();
    }

    private static void requireTwo(List<String> labels, ImageSource source, String which) {
        if (labels.size() < 2) {
            throw new WrongUseException("images " + source.location() + ": "
                    + (labels.isEmpty() ? "no class" : "only class '" + labels.get(0) + "'") + which
                    + "; training needs two or more, one sub-folder each");
        }
    }

    /**
     * @param heap the largest that it can be, in bytes
     * @throws RunFailedException if the images do not fit
     */
    static void requireRoom(int images, int side, long heap) {
        long bytes = (long) images * Batch.CHANNELS * side * side;
        if (bytes > HEAP_SHARE * heap) {
            throw new RunFailedException("memory: " + images + " photographs take " + mebibytes(bytes)
                    + " MiB and the heap has " + mebibytes(heap) + "; give more with FRUITS_OPTS=-Xmx"
                    + mebibytes((long) (bytes / HEAP_SHARE)) + "m");
        }
    }

    private static long mebibytes(long bytes) {
        return (bytes + (1 << 20) - 1) >> 20;
    }

    private static List<LabelledImage> labelled(Map<ImageRef, RgbImage> images, List<String> labels) {
        return images.entrySet().stream()
                .map(entry -> new LabelledImage(
                        entry.getKey().path(), labels.indexOf(entry.getKey().label()), entry.getValue()))
                .toList();
    }

    TrainingCounts counts(ArcSplit split) {
        return new TrainingCounts(
                labels.size(), split.training().size(), split.heldBack().size(), rejections.size(), ignored);
    }
}
