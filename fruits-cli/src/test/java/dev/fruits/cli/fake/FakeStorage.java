package dev.fruits.cli.fake;

import dev.fruits.core.image.ImageSource;
import dev.fruits.core.image.Location;
import dev.fruits.core.sink.ResultStore;
import dev.fruits.core.spi.Storage;
import dev.fruits.core.spi.StorageProvider;
import dev.fruits.core.store.ResidencyInspector;
import dev.fruits.core.store.StoreSettings;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** {@code fake://…}: images by {@link FakeImages}, results in memory, in the city that the location names. */
public final class FakeStorage implements StorageProvider, Storage {
    @Override
    public Set<String> schemes() {
        return Set.of("fake");
    }

    @Override
    public Storage connect(StoreSettings settings) {
        return this;
    }

    @Override
    public ImageSource images(Location location) {
        return FakeImages.at(location);
    }

    @Override
    public ResultStore results(Location location) {
        return new FakeResultStore(location);
    }

    @Override
    public boolean download(Location file, Path target) {
        return false;
    }

    @Override
    public Optional<ResidencyInspector> residency() {
        return Optional.of(new FakeCities());
    }
}
