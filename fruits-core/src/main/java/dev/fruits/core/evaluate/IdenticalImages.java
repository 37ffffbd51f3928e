package dev.fruits.core.evaluate;

import dev.fruits.core.Sha256;
import dev.fruits.core.image.ImageListing;
import dev.fruits.core.image.ImageReader;
import dev.fruits.core.image.ImageRef;
import dev.fruits.core.image.ImageRejectedException;
import dev.fruits.core.image.ImageSource;
import dev.fruits.core.run.Csv;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Images that are, byte for byte, among both the training and the test images: a classifier was trained on them, so
 * they flatter its figures. Immutable.
 *
 * @param groups one for each content that both hold, by the path of the first training image
 */
public record IdenticalImages(List<Group> groups) {
    public IdenticalImages {
        groups = List.copyOf(groups);
    }

    /**
     * One content.
     *
     * @param sha256 of the bytes, in hexadecimal digits
     * @param training the training images that hold it, sorted by path; at least one
     * @param test likewise
     */
    public record Group(String sha256, List<ImageRef> training, List<ImageRef> test) {
        public Group {
            training = List.copyOf(training);
            test = List.copyOf(test);
        }
    }

    /**
     * Compares two listings by SHA-256; only images of a size that both listings hold are read.
     *
     * @throws IOException if a source fails
     */
    public static IdenticalImages between(
            ImageSource trainingSource, ImageListing training, ImageSource testSource, ImageListing test)
            throws IOException {
        Map<String, List<ImageRef>> trained = byContent(trainingSource, training, sizes(test));
        Map<String, List<ImageRef>> tested = byContent(testSource, test, sizes(training));
        trained.keySet().retainAll(tested.keySet());
        List<Group> groups = trained.entrySet().stream()
                .map(entry ->
                        new Group(entry.getKey(), entry.getValue(), tested.getOrDefault(entry.getKey(), List.of())))
                .sorted((a, b) -> ImageRef.BY_PATH.compare(
                        a.training().get(0), b.training().get(0)))
                .toList();
        return new IdenticalImages(groups);
    }

    private static Set<Long> sizes(ImageListing listing) {
        return listing.images().stream().map(ImageRef::bytes).collect(Collectors.toSet());
    }

    private static Map<String, List<ImageRef>> byContent(ImageSource source, ImageListing listing, Set<Long> sizes)
            throws IOException {
        Map<String, List<ImageRef>> byContent = new TreeMap<>();
        try (ImageReader reader = source.openReader()) {
            for (ImageRef ref : listing.images()) {
                if (sizes.contains(ref.bytes())) {
                    try {
                        String sha256 = Sha256.of(reader.read(ref).open());
                        byContent
                                .computeIfAbsent(sha256, key -> new ArrayList<>())
                                .add(ref);
                    } catch (ImageRejectedException e) {
                        // its features are missing, too
                    }
                }
            }
        }
        return byContent;
    }

    /** How many test images are among the training images. */
    public long testImageCount() {
        return groups.stream().mapToLong(group -> group.test().size()).sum();
    }

    /** A line for each pair of a training and a test image: {@code training,test,sha256}. */
    public String toCsv() {
        StringBuilder text = new StringBuilder("training,test,sha256\n");
        for (Group group : groups) {
            for (ImageRef trained : group.training()) {
                for (ImageRef tested : group.test()) {
                    text.append(Csv.line(trained.path(), tested.path(), group.sha256()));
                }
            }
        }
        return text.toString();
    }
}
