package dev.fruits.aws.s3;

import dev.fruits.core.spi.Storage;
import dev.fruits.core.spi.StorageProvider;
import dev.fruits.core.store.StoreSettings;
import java.util.Set;

/**
 * S3, without Hadoop. {@code s3a://} and {@code s3n://}, as Hadoop calls it, name the same objects. Loads nothing of the
 * AWS SDK before something is read or written, so a cluster that uses no S3 may lack it.
 */
public final class S3StorageProvider implements StorageProvider {
    @Override
    public Set<String> schemes() {
        return S3Location.SCHEMES;
    }

    @Override
    public Storage connect(StoreSettings settings) {
        return new S3Storage(settings);
    }
}
