package dev.fruits.cli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files that are never seen half done. */
final class WholeFile {
    private WholeFile() {}

    /** Writes {@code bytes} to {@code file}, in place of what may be there, and makes the folders above it. */
    static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.resolveSibling(""));
        Path hidden = file.resolveSibling("." + file.getFileName() + ".part");
        Files.write(hidden, bytes);
        Files.move(hidden, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
