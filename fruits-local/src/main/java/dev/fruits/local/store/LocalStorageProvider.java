package dev.fruits.local.store;

import dev.fruits.core.image.ImageSource;
import dev.fruits.core.image.Location;
import dev.fruits.core.sink.ResultStore;
import dev.fruits.core.spi.Storage;
import dev.fruits.core.spi.StorageProvider;
import dev.fruits.core.store.StoreSettings;
import dev.fruits.local.image.LocalImageSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;

/** The local disk: paths without a scheme, and {@code file:///…}. */
public final class LocalStorageProvider implements StorageProvider, Storage {
    @Override
    public Set<String> schemes() {
        return Set.of("", "file");
    }

    @Override
    public Storage connect(StoreSettings settings) {
        return this;
    }

    @Override
    public ImageSource images(Location location) {
        return new LocalImageSource(location);
    }

    @Override
    public ResultStore results(Location location) {
        return new LocalResultStore(location);
    }

    @Override
    public boolean download(Location file, Path target) throws IOException {
        try {
            Files.copy(Path.of(file.localPath()), target, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }
}
