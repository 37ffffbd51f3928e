package dev.fruits.local.image;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.ImageListing;
import dev.fruits.core.image.ImageReader;
import dev.fruits.core.image.ImageSource;
import dev.fruits.core.image.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Images in a folder, one sub-folder per class, at any depth. An image is recognised by its name (jpg, jpeg, png, gif,
 * bmp) or else by its first bytes. Links are followed, but not back to a folder that they lie in. Safe for many threads.
 *
 * @param location the folder, absolute or relative to the working directory
 * @param labelled false for images to predict, which need no class folder
 */
public record LocalImageSource(Location location, boolean labelled) implements ImageSource {
    /**
     * Checks the form of the path; reads nothing.
     *
     * @throws WrongUseException if the location is not a path of the local file system
     */
    public LocalImageSource {
        if (!location.isLocal()) {
            throw new WrongUseException("images " + location + ": is not a local folder; give a path, or file:///…");
        }
        pathOf(location);
    }

    /**
     * Labelled images.
     *
     * @throws WrongUseException if the location is not a path of the local file system
     */
    public LocalImageSource(Location location) {
        this(location, true);
    }

    /** Images to predict, below {@code folder}: without class folders, and a sub-folder that may not be read is a rejection. */
    public static LocalImageSource unlabelled(Path folder) {
        return new LocalImageSource(new Location(folder.toString()), false);
    }

    /** The labelled images below {@code folder}. */
    public static LocalImageSource of(Path folder) {
        return new LocalImageSource(new Location(folder.toString()));
    }

    @Override
    public ImageListing list() throws IOException {
        Path root = pathOf(location);
        if (!Files.exists(root)) {
            throw new WrongUseException("images " + location + ": no such folder; check the path");
        }
        if (!Files.isDirectory(root)) {
            throw new WrongUseException("images " + location
                    + ": is a file, not a folder; pass the folder that holds one sub-folder per class");
        }
        return ImageWalk.list(location, root, labelled);
    }

    @Override
    public ImageReader openReader() throws IOException {
        LocalImageReader reader = new LocalImageReader(location, pathOf(location));
        reader.requireRoot();
        return reader;
    }

    private static Path pathOf(Location location) {
        try {
            return Path.of(location.localPath());
        } catch (InvalidPathException e) {
            throw new WrongUseException(
                    "images " + location + ": is not a valid path on this machine (" + e.getReason()
                            + "); if it holds accents, start Java with LC_ALL=C.UTF-8",
                    e);
        }
    }
}
