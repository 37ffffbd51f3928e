package dev.fruits.aws.s3;

import dev.fruits.core.image.Location;
import dev.fruits.core.spi.RemoteFiles;
import dev.fruits.core.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Single files in a bucket: models, their cards, pipeline files. Found by {@link java.util.ServiceLoader}, so it loads
 * nothing of the SDK before a file is asked for: a cluster that reads no S3 may lack it.
 */
public final class S3RemoteFiles implements RemoteFiles {
    private final StoreSettings store;

    /** Reaches Amazon's S3, in the region that the machine's surroundings name. */
    public S3RemoteFiles() {
        this(StoreSettings.DEFAULT);
    }

    private S3RemoteFiles(StoreSettings store) {
        this.store = store;
    }

    @Override
    public boolean handles(Location file) {
        return S3Location.isOne(file);
    }

    @Override
    public RemoteFiles reaching(StoreSettings settings) {
        return new S3RemoteFiles(settings);
    }

    @Override
    public boolean fetch(Location file, Path target) throws IOException {
        return new S3Objects(store).download(file, target);
    }
}
