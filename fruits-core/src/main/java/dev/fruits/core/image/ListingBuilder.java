package dev.fruits.core.image;

import dev.fruits.core.WrongUseException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Sorts what a source finds into images, rejections and ignored entries, by rules that all sources share: the same tree
 * gives the same listing from a disk and from an object store. Used by one thread.
 */
public final class ListingBuilder {
    /** Fetches the first bytes of an entry, at least {@link ImageFormat#HEAD_BYTES} where there are so many. */
    @FunctionalInterface
    public interface Head {
        byte[] read() throws IOException;
    }

    private static final Set<String> SYSTEM_FILES = Set.of("Thumbs.db", "desktop.ini");
    private static final Set<String> MARKERS = Set.of("_SUCCESS");
    private static final String MARKER_SUFFIX = "_$folder$";

    private final Location location;
    private final boolean labelled;
    private final List<ImageRef> images = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private final SortedMap<String, Long> ignored = new TreeMap<>();
    private final Set<String> hiddenFolders = new HashSet<>();
    private long outsideClassFolders;

    /** A listing of {@code location}, named so in messages; an image outside a class folder is rejected. */
    public ListingBuilder(Location location) {
        this(location, true);
    }

    private ListingBuilder(Location location, boolean labelled) {
        this.location = location;
        this.labelled = labelled;
    }

    /** A listing of images to predict: they need no class folder, and there may be none. */
    public static ListingBuilder unlabelled(Location location) {
        return new ListingBuilder(location, false);
    }

    /**
     * Adds an entry. A hidden folder counts once, whether it is added itself or each of its files.
     *
     * @param path below the source's root, {@code /} between segments; a folder ends with {@code /}
     * @param bytes its size
     * @param modified when it was last written
     * @param head asked only where the name is not an image's
     * @throws IOException as {@code head} throws it
     */
    public void add(String path, long bytes, Instant modified, Head head) throws IOException {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int hidden = endOfHiddenFolder(path);
        if (hidden >= 0 && !hiddenFolders.add(path.substring(0, hidden))) {
            return;
        }
        if (hidden >= 0) {
            ignore("hidden folder");
        } else if (name.startsWith(".")) {
            ignore("hidden file");
        } else if (name.isEmpty() || MARKERS.contains(name) || name.endsWith(MARKER_SUFFIX)) {
            ignore("folder marker");
        } else if (SYSTEM_FILES.contains(name)) {
            ignore("system file");
        } else if (ImageFormat.isNamedAsImage(name) || isImage(head.read())) {
            addImage(path, bytes, modified);
        } else {
            ignore("not an image");
        }
    }

    /** Counts an entry that is no image, for a reason of the source's own. */
    public void ignore(String reason) {
        ignored.merge(reason, 1L, Long::sum);
    }

    /** Adds an entry that may be an image but cannot be used. */
    public void reject(String path, String reason) {
        rejections.add(new Rejection(path, labelOf(path), Stage.LIST, reason));
    }

    /**
     * The whole listing.
     *
     * @throws WrongUseException if labelled images are listed, and there is no image or no class folder around the images
     */
    public ImageListing build() {
        if (!labelled) {
            return soFar();
        }
        if (images.isEmpty() && rejections.isEmpty()) {
            throw new WrongUseException("images " + location
                    + ": holds no images (jpg, jpeg, png, gif, bmp); pass a folder with one sub-folder per class");
        }
        if (images.isEmpty() && outsideClassFolders == rejections.size()) {
            throw new WrongUseException("images " + location + ": " + outsideClassFolders
                    + " images but no class folders; pass the folder above it, one sub-folder per class");
        }
        return soFar();
    }

    /** What was added so far, which may hold no image at all. */
    public ImageListing soFar() {
        return new ImageListing(
                images, rejections.stream().sorted(Rejection.BY_PATH).toList(), ignored);
    }

    private void addImage(String path, long bytes, Instant modified) {
        String label = labelOf(path);
        if (label.isEmpty() && labelled) {
            outsideClassFolders++;
            reject(path, "no class folder");
        } else {
            images.add(new ImageRef(path, label, bytes, modified));
        }
    }

    private static boolean isImage(byte[] head) {
        return ImageFormat.of(head, head.length).isPresent();
    }

    /** The name of the folder around {@code path}; empty if there is none. */
    private static String labelOf(String path) {
        int end = path.lastIndexOf('/');
        return end < 0 ? "" : path.substring(path.lastIndexOf('/', end - 1) + 1, end);
    }

    /** Where the outermost folder whose name begins with a dot ends; -1 if there is none. */
    private static int endOfHiddenFolder(String path) {
        int start = 0;
        for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', start)) {
            if (path.charAt(start) == '.') {
                return end;
            }
            start = end + 1;
        }
        return -1;
    }
}
