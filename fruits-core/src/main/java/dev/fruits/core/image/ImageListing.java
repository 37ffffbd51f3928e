package dev.fruits.core.image;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a source found, every entry accounted for.
 *
 * @param images what will be read, sorted by path
 * @param rejections images that cannot be used, known without reading them (one outside every class folder, say)
 * @param ignored entries that are no images, counted by reason ("hidden file", "not an image", …)
 */
public record ImageListing(List<ImageRef> images, List<Rejection> rejections, SortedMap<String, Long> ignored) {
    public ImageListing {
        images = images.stream().sorted(ImageRef.BY_PATH).toList();
        rejections = List.copyOf(rejections);
        ignored = Collections.unmodifiableSortedMap(new TreeMap<>(ignored));
    }

    public static ImageListing of(List<ImageRef> images) {
        return new ImageListing(images, List.of(), new TreeMap<>());
    }

    public long ignoredCount() {
        return ignored.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Everything that was seen: images, rejections and ignored entries. */
    public long total() {
        return images.size() + rejections.size() + ignoredCount();
    }
}
