package dev.fruits.local.image;

import dev.fruits.core.image.ImageFormat;
import dev.fruits.core.image.ImageListing;
import dev.fruits.core.image.ListingBuilder;
import dev.fruits.core.image.Location;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/** Walks a folder once and lists every entry. */
final class ImageWalk extends SimpleFileVisitor<Path> {
    private final Path root;
    private final Location location;
    private final String separator;
    private final boolean labelled;
    private final ListingBuilder listing;

    private ImageWalk(Location location, Path root, boolean labelled) {
        this.location = location;
        this.root = root;
        this.separator = root.getFileSystem().getSeparator();
        this.labelled = labelled;
        this.listing = labelled ? new ListingBuilder(location) : ListingBuilder.unlabelled(location);
    }

    static ImageListing list(Location location, Path root, boolean labelled) throws IOException {
        ImageWalk walk = new ImageWalk(location, root, labelled);
        Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, walk);
        return walk.listing.build();
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
        if (!isHidden(folder)) {
            return FileVisitResult.CONTINUE;
        }
        listing.ignore("hidden folder");
        return FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        if (attributes.isSymbolicLink()) {
            listing.ignore("link that leads nowhere");
        } else if (attributes.isRegularFile()) {
            add(file, attributes);
        } else {
            listing.ignore("neither file nor folder");
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
        if (e instanceof FileSystemLoopException) {
            listing.ignore("link that loops");
        } else if (e instanceof NoSuchFileException) {
            listing.ignore("gone during the listing");
        } else if (isHidden(file)) {
            listing.ignore("hidden folder");
        } else if (!labelled) {
            listing.reject(pathBelowRoot(file), "folder that may not be read");
        } else {
            throw unreadable(file, e);
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) throws IOException {
        if (e != null) {
            throw unreadable(folder, e);
        }
        return FileVisitResult.CONTINUE;
    }

    private boolean isHidden(Path entry) {
        return !entry.equals(root)
                && entry.toString().startsWith(".", entry.toString().lastIndexOf(separator) + 1);
    }

    private void add(Path file, BasicFileAttributes attributes) throws IOException {
        String path = pathBelowRoot(file);
        if (path.indexOf('\uFFFD') >= 0) {
            listing.reject(path, "its path is not valid text in this machine's encoding of file names");
            return;
        }
        try {
            listing.add(path, attributes.size(), attributes.lastModifiedTime().toInstant(), () -> head(file));
        } catch (AccessDeniedException e) {
            listing.reject(path, "permission denied");
        }
    }

    private String pathBelowRoot(Path entry) {
        return root.relativize(entry).toString().replace(separator, "/");
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return stream.readNBytes(ImageFormat.HEAD_BYTES);
        }
    }

    private IOException unreadable(Path entry, IOException e) {
        String reason = e instanceof AccessDeniedException ? "permission denied" : String.valueOf(e.getMessage());
        return new IOException(
                "images " + location + ": '" + pathBelowRoot(entry) + "' may not be read (" + reason
                        + "); let this user read it, or move it away",
                e);
    }
}
