package dev.fruits.local.store;

import dev.fruits.core.image.Location;
import dev.fruits.core.sink.ResultStore;
import dev.fruits.core.spi.ResultStoreProvider;

/** Offers {@link LocalResultStore} for every path of the local file system. */
public final class LocalResultStoreProvider implements ResultStoreProvider {
    @Override
    public boolean handles(Location location) {
        return location.isLocal();
    }

    @Override
    public ResultStore open(Location location) {
        return new LocalResultStore(location);
    }
}
