package dev.fruits.core.image;

import dev.fruits.core.Sha256;
import dev.fruits.core.WrongUseException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Draws images of each label: those whose path, hashed with the seed, comes first. The draw depends on nothing else, so
 * every machine draws the same images, and an image that is added or removed changes the draw of its own label only.
 *
 * @param perLabel how many images of each label are kept, at least 1; a label that has fewer keeps all
 * @param seed another seed draws other images
 */
public record PerLabelSample(int perLabel, long seed) {
    /** What {@link ImageListing#ignored()} says of images that were not drawn. */
    public static final String NOT_DRAWN = "not drawn";

    public PerLabelSample {
        if (perLabel < 1) {
            throw new WrongUseException(
                    "per-label " + perLabel + ": must be at least 1; leave it out to keep every image");
        }
    }

    /** The listing with the drawn images alone; the others count as ignored. */
    public ImageListing applyTo(ImageListing listing) {
        Map<String, List<ImageRef>> byLabel = listing.images().stream().collect(Collectors.groupingBy(ImageRef::label));
        List<ImageRef> drawn = byLabel.values().stream()
                .flatMap(images -> draw(images).stream())
                .toList();
        SortedMap<String, Long> ignored = new TreeMap<>(listing.ignored());
        int left = listing.images().size() - drawn.size();
        if (left > 0) {
            ignored.merge(NOT_DRAWN, (long) left, Long::sum);
        }
        return new ImageListing(drawn, listing.rejections(), ignored);
    }

    private List<ImageRef> draw(List<ImageRef> images) {
        if (images.size() <= perLabel) {
            return images;
        }
        return images.stream()
                .map(image -> new Lot(rank(image.path()), image))
                .sorted(Comparator.comparing(Lot::rank).thenComparing(Lot::image, ImageRef.BY_PATH))
                .limit(perLabel)
                .map(Lot::image)
                .toList();
    }

    /** SHA-256 of the seed (8 bytes, big-endian) and the path (UTF-8), in hexadecimal. */
    private String rank(String path) {
        MessageDigest digest = Sha256.digest();
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(seed).flip());
        return HexFormat.of().formatHex(digest.digest(path.getBytes(StandardCharsets.UTF_8)));
    }

    private record Lot(String rank, ImageRef image) {}
}
