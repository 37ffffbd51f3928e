package dev.fruits.cli.console;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** A failed input or output as one line that names the thing and the remedy. */
final class IoLine {
    /** What messages of operating systems mean. */
    private static final Map<String, String> MESSAGES_OF_SYSTEMS = Map.ofEntries(
            Map.entry("no space left on device", "the disk is full; free space or choose another --out"),
            Map.entry("disk quota exceeded", "the disk quota is used up; free space or choose another --out"),
            Map.entry("read-only file system", "the file system is read-only; choose another --out"),
            Map.entry("too many open files", "too many files are open; raise 'ulimit -n' or pass fewer --threads"),
            Map.entry("file name too long", "the file name is too long; choose a shorter path"),
            Map.entry("not a directory", "a part of the path is a file; check the path"),
            Map.entry("input/output error", "the device fails; check the disk"));

    private IoLine() {}

    static String of(IOException failed) {
        return isWorded(failed) ? String.valueOf(failed.getMessage()) : translated(failed);
    }

    /** Whether the message of an adapter names the thing and the remedy already. */
    private static boolean isWorded(IOException failed) {
        return failed.getClass() == IOException.class
                && String.valueOf(failed.getMessage()).contains(": ");
    }

    private static String translated(IOException failed) {
        String thing = thing(failed);
        String message = String.valueOf(failed.getMessage()).toLowerCase(Locale.ROOT);
        return MESSAGES_OF_SYSTEMS.entrySet().stream()
                .filter(known -> message.contains(known.getKey()))
                .map(known -> thing + ": " + known.getValue())
                .findFirst()
                .orElseGet(() -> meaningOfType(failed, thing));
    }

    private static String meaningOfType(IOException failed, String thing) {
        if (failed instanceof NoSuchFileException) {
            return thing + ": no such file or folder; check the path";
        }
        if (failed instanceof AccessDeniedException) {
            return thing + ": access is denied; check its permissions and its owner";
        }
        if (failed instanceof FileAlreadyExistsException) {
            return thing + ": already exists; remove it or choose another location";
        }
        if (failed instanceof NotDirectoryException) {
            return thing + ": is a file; give a folder";
        }
        if (failed instanceof UnknownHostException || failed instanceof ConnectException) {
            return "network: " + failed.getMessage() + " cannot be reached; check the connection and the address";
        }
        return "input or output failed: " + Objects.requireNonNullElse(failed.getMessage(), failed.toString())
                + "; --verbose shows where";
    }

    private static String thing(IOException failed) {
        return failed instanceof FileSystemException file && file.getFile() != null ? file.getFile() : "disk";
    }
}
