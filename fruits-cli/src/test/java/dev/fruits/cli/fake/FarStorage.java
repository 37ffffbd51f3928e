package dev.fruits.cli.fake;

import dev.fruits.core.image.ImageSource;
import dev.fruits.core.image.Location;
import dev.fruits.core.sink.ResultStore;
import dev.fruits.core.spi.Storage;
import dev.fruits.core.spi.StorageProvider;
import dev.fruits.core.store.ResidencyInspector;
import dev.fruits.core.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Set;

/** {@code far:///folder/file}: single files, which are local ones in truth. */
public final class FarStorage implements StorageProvider, Storage {
    private static final String SCHEME = "far";

    public static String url(Path file) {
        return SCHEME + "://" + file.toAbsolutePath();
    }

    @Override
    public Set<String> schemes() {
        return Set.of(SCHEME);
    }

    @Override
    public Storage connect(StoreSettings settings) {
        return this;
    }

    @Override
    public ImageSource images(Location location) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ResultStore results(Location location) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean download(Location file, Path target) throws IOException {
        Path there = Path.of(file.text().substring(SCHEME.length() + "://".length()));
        if (!Files.exists(there)) {
            return false;
        }
        Files.copy(there, target, StandardCopyOption.REPLACE_EXISTING);
        return true;
    }

    @Override
    public Optional<ResidencyInspector> residency() {
        return Optional.of(new FakeCities());
    }
}
