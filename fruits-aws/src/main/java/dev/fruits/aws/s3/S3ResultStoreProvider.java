package dev.fruits.aws.s3;

import dev.fruits.core.image.Location;
import dev.fruits.core.sink.ResultStore;
import dev.fruits.core.spi.ResultStoreProvider;
import dev.fruits.core.store.StoreSettings;

/** Offers {@link S3ResultStore} for every {@code s3://bucket/prefix}. */
public final class S3ResultStoreProvider implements ResultStoreProvider {
    private final StoreSettings settings;

    public S3ResultStoreProvider() {
        this(StoreSettings.DEFAULT);
    }

    private S3ResultStoreProvider(StoreSettings settings) {
        this.settings = settings;
    }

    @Override
    public boolean handles(Location location) {
        return S3Location.isOne(location);
    }

    @Override
    public ResultStore open(Location location) {
        return new S3ResultStore(location, settings);
    }

    @Override
    public ResultStoreProvider reaching(StoreSettings store) {
        return new S3ResultStoreProvider(store);
    }
}
