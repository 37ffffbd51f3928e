package dev.fruits.cli.predict;

import dev.fruits.core.image.ImageFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** The photographs that are meant: a file is itself, a folder is every image below it, but for what is hidden. */
public final class PhotoFiles {
    private PhotoFiles() {}

    /**
     * Finds them, those of a folder sorted by path. What is not there stands in the list as it was given.
     *
     * @throws IOException if a folder cannot be walked
     */
    public static List<Path> of(List<Path> given) throws IOException {
        List<Path> photos = new ArrayList<>();
        for (Path path : given) {
            if (Files.isDirectory(path)) {
                photos.addAll(below(path));
            } else {
                photos.add(path);
            }
        }
        return photos;
    }

    private static List<Path> below(Path folder) throws IOException {
        Walk walk = new Walk(folder);
        Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, walk);
        return walk.found.stream().sorted().toList();
    }

    private static final class Walk extends SimpleFileVisitor<Path> {
        private final Path root;
        private final List<Path> found = new ArrayList<>();

        Walk(Path root) {
            this.root = root;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return isHidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && !isHidden(file) && isImage(file)) {
                found.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        /** Becomes a line of its own when it is read. */
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            if (!isHidden(file)) {
                found.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        private boolean isHidden(Path entry) {
            return !entry.equals(root) && String.valueOf(entry.getFileName()).startsWith(".");
        }

        private static boolean isImage(Path file) {
            return ImageFormat.isNamedAsImage(String.valueOf(file.getFileName())) || beginsAsImage(file);
        }

        private static boolean beginsAsImage(Path file) {
            try (InputStream stream = Files.newInputStream(file)) {
                byte[] head = stream.readNBytes(ImageFormat.HEAD_BYTES);
                return ImageFormat.of(head, head.length).isPresent();
            } catch (IOException e) {
                return false; // cannot be told to be an image
            }
        }
    }
}
