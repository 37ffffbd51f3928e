package dev.fruits.cli.fake;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.EncodedImage;
import dev.fruits.core.image.ImageListing;
import dev.fruits.core.image.ImageReader;
import dev.fruits.core.image.ImageRef;
import dev.fruits.core.image.ImageSource;
import dev.fruits.core.image.Location;
import dev.fruits.core.image.Rejection;
import dev.fruits.core.image.Stage;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** {@code fake://images/N}: N images of two labels, one rejected and two ignored beside them. */
public final class FakeImages {
    /** Listing it fails as a full disk does. */
    public static final String FULL_DISK = "fake://full-disk";
    /** Listing it needs more memory than there is. */
    public static final String NO_MEMORY = "fake://no-memory";
    /** Listing it says so on standard error and does not end. */
    public static final String ENDLESS = "fake://endless";
    /** There is nothing to list. */
    public static final String MISSING = "fake://missing";

    public static final String UNREACHABLE = "fake://unreachable";

    private FakeImages() {}

    /** The images at a location. */
    public static ImageSource at(Location location) {
        return new Source(location);
    }

    private record Source(Location location) implements ImageSource {
        @Override
        public ImageListing list() throws IOException {
            switch (location.text()) {
                case FULL_DISK -> throw new FileSystemException("/results/part-0", null, "No space left on device");
                case NO_MEMORY -> throw new OutOfMemoryError("Java heap space");
                case ENDLESS -> waitForEver();
                case MISSING -> throw new WrongUseException("images " + location + ": no such folder; check the path");
                default -> {
                    // a number of images
                }
            }
            return images(Integer.parseInt(location.text().substring("fake://images/".length())));
        }

        private static void waitForEver() {
            System.err.println("listing");
            LockSupport.park();
        }

        private static ImageListing images(int count) {
            List<ImageRef> images = IntStream.range(0, count)
                    .mapToObj(i -> image(i % 2 == 0 ? "Apple" : "Pear", i))
                    .toList();
            List<Rejection> rejections = List.of(new Rejection("top.jpg", "", Stage.LIST, "lies in no class folder"));
            return new ImageListing(images, rejections, new TreeMap<>(Map.of("hidden file", 2L)));
        }

        private static ImageRef image(String label, int number) {
            return new ImageRef(label + "/" + number + ".jpg", label, 1, Instant.EPOCH);
        }

        @Override
        public ImageReader openReader() throws IOException {
            if (location.text().equals(UNREACHABLE)) {
                throw new IOException("images " + location + ": the network is down");
            }
            return new Reader();
        }
    }

    private static final class Reader implements ImageReader {
        @Override
        public EncodedImage read(ImageRef ref) {
            return new EncodedImage(ref, new byte[] {1});
        }

        @Override
        public void close() {}
    }
}
