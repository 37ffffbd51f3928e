package dev.fruits.local.store;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Removes folders with their content; links are removed, not followed. */
final class FileTree {
    private FileTree() {}

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> entries;
        try (Stream<Path> walk = Files.walk(folder)) {
            entries = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path entry : entries) {
            Files.deleteIfExists(entry);
        }
    }

    /** Removes a folder if it is empty. */
    static void discardEmpty(Path folder) {
        try {
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            // it is not empty, or this user may not remove it: it stays
        }
    }

    /** As {@link #delete}; logs a warning if that fails. */
    static void discard(Path folder) {
        try {
            delete(folder);
        } catch (IOException | RuntimeException e) {
            System.getLogger(FileTree.class.getName())
                    .log(Level.WARNING, folder + ": cannot be removed (" + e + "); remove it by hand");
        }
    }
}
