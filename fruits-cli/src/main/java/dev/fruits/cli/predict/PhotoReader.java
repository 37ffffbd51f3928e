package dev.fruits.cli.predict;

import dev.fruits.core.predict.Photo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads photographs that stand in no class folder. */
public final class PhotoReader {
    private PhotoReader() {}

    /** A file, or why it cannot be read. */
    public static Photo read(Path file) {
        String name = file.toString();
        if (Files.isDirectory(file)) {
            return Photo.unreadable(name, "a folder that may not be entered, or a link that loops");
        }
        try (InputStream stream = Files.newInputStream(file)) {
            return Photo.read(name, stream);
        } catch (NoSuchFileException e) {
            return Photo.unreadable(name, "no such file");
        } catch (AccessDeniedException e) {
            return Photo.unreadable(name, "permission denied");
        } catch (IOException e) {
            return Photo.unreadable(name, "cannot be read (" + e.getMessage() + ")");
        }
    }
}
