package dev.fruits.core;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** Writes local files that are visible whole or not at all. Several processes may write the same file. */
public final class WholeFile {
    private WholeFile() {}

    /** Writes the content. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes {@code file}, or replaces it; on failure it stays as it is.
     *
     * @param file in an existing folder
     * @throws IOException if the content or the disk fails; the message names the file
     */
    public static void write(Path file, Content content) throws IOException {
        write(file, file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".part"), content);
    }

    /**
     * As {@link #write(Path, Content)}, for a file that one process writes: the next write replaces what a kill left.
     *
     * @param unfinished in the same folder; holds the content until it is whole
     */
    public static void write(Path file, Path unfinished, Content content) throws IOException {
        try {
            try (OutputStream out = Files.newOutputStream(unfinished)) {
                content.writeTo(out);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) { // a stream does not know its file
            FileSystemException named = new FileSystemException(file.toString(), null, e.getMessage());
            named.initCause(e);
            throw named;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** As {@link #write(Path, Content)}. */
    public static void write(Path file, byte[] content) throws IOException {
        write(file, out -> out.write(content));
    }

    /** As {@link #write(Path, Content)}, in UTF-8. */
    public static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
