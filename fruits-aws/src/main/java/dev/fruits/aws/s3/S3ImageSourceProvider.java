package dev.fruits.aws.s3;

import dev.fruits.core.image.ImageSource;
import dev.fruits.core.image.Location;
import dev.fruits.core.spi.ImageSourceProvider;
import dev.fruits.core.store.StoreSettings;

/** Offers {@link S3ImageSource} for {@code s3://}. */
public final class S3ImageSourceProvider implements ImageSourceProvider {
    private final StoreSettings store;

    /** Reaches Amazon's S3, in the region that the machine's surroundings name. */
    public S3ImageSourceProvider() {
        this(StoreSettings.DEFAULT);
    }

    private S3ImageSourceProvider(StoreSettings store) {
        this.store = store;
    }

    @Override
    public boolean handles(Location location) {
        return S3Location.isOne(location);
    }

    @Override
    public ImageSource open(Location location) {
        return new S3ImageSource(location, store);
    }

    @Override
    public ImageSourceProvider reaching(StoreSettings settings) {
        return new S3ImageSourceProvider(settings);
    }
}
