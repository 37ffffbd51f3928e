package dev.fruits.cli.compose;

import dev.fruits.core.Sha256;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.Location;
import dev.fruits.core.spi.PortableModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Local copies of files that are given by URL. A copy is downloaded anew each time: the file may have been replaced.
 *
 * @param storages that hold such files
 */
public record RemoteCopies(Storages storages) {
    private static final int NAMED_DIGITS = 16;

    /** Does something with a local file. */
    @FunctionalInterface
    public interface Use<T> {
        T of(Path file) throws IOException;
    }

    /** True if {@code file} is a URL, not a local path, and some storage has its scheme. */
    public boolean handles(String file) {
        return !isLocal(file) && storages.handles(new Location(file));
    }

    /**
     * Gives a file to {@code use}: the file itself where it is local, else a copy that is removed afterwards.
     *
     * @param what the file is, for messages
     * @throws WrongUseException if there is no such file, or nothing here reads it
     */
    public <T> T with(String what, String file, Use<T> use) throws IOException {
        if (isLocal(file)) {
            return use.of(file.isBlank() ? Path.of(file) : Path.of(new Location(file).localPath()));
        }
        Path copy = Files.createTempFile("fruits-", ".copy");
        try {
            if (!download(what, file, copy)) {
                throw noSuchFile(what, file);
            }
            return use.of(copy);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    /** Copies a model, and the card beside it if there is one, into the cache. */
    Path model(String url, Path cache) throws IOException {
        String name = url.substring(url.lastIndexOf('/') + 1);
        String card = PortableModel.cardName(name);
        String key = Sha256.of(url.getBytes(StandardCharsets.UTF_8)).substring(0, NAMED_DIGITS);
        Path folder = Files.createDirectories(cache.resolve("by-url").resolve(key));
        if (!replaced(url, folder.resolve(name))) {
            throw noSuchFile("model", url);
        }
        replaced(url.substring(0, url.length() - name.length()) + card, folder.resolve(card));
        return folder.resolve(name);
    }

    /** Whole or not at all, for other processes that use the same cache. */
    private boolean replaced(String url, Path target) throws IOException {
        Path temporary = Files.createTempFile(target.getParent(), ".fetched-", ".part");
        try {
            boolean there = download("model", url, temporary);
            if (there) {
                Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.deleteIfExists(target);
            }
            return there;
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private boolean download(String what, String file, Path target) throws IOException {
        Location location = new Location(file);
        return storages.of(what, location).download(location, target);
    }

    private static boolean isLocal(String file) {
        return file.isBlank() || new Location(file).isLocal();
    }

    private static WrongUseException noSuchFile(String what, String file) {
        return new WrongUseException(what + " " + file + ": no such file; check the URL");
    }
}
