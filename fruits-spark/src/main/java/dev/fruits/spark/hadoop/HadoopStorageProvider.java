package dev.fruits.spark.hadoop;

import dev.fruits.core.spi.Storage;
import dev.fruits.core.spi.StorageProvider;
import dev.fruits.core.store.StoreSettings;
import java.util.Set;

/** Every file system that Hadoop knows, with or without Spark running. On Spark it serves {@code s3://} too. */
public final class HadoopStorageProvider implements StorageProvider {
    @Override
    public Set<String> schemes() {
        return HadoopLocation.schemes();
    }

    @Override
    public boolean isNativeTo(String engine) {
        return engine.equals("spark");
    }

    @Override
    public Storage connect(StoreSettings settings) {
        return new HadoopStorage(settings);
    }
}
