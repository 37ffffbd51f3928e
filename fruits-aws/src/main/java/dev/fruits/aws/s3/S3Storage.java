package dev.fruits.aws.s3;

import dev.fruits.core.image.ImageSource;
import dev.fruits.core.image.Location;
import dev.fruits.core.sink.ResultStore;
import dev.fruits.core.spi.Storage;
import dev.fruits.core.store.ResidencyInspector;
import dev.fruits.core.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * S3 with the SDK of AWS.
 *
 * @param settings how it is reached
 */
record S3Storage(StoreSettings settings) implements Storage {
    @Override
    public ImageSource images(Location location) {
        return new S3ImageSource(location, settings);
    }

    @Override
    public ResultStore results(Location location) {
        return new S3ResultStore(location, settings);
    }

    @Override
    public boolean download(Location file, Path target) throws IOException {
        return new S3Objects(settings).download(file, target);
    }

    @Override
    public Optional<ResidencyInspector> residency() {
        return Optional.of(new S3Residency(settings, null));
    }
}
