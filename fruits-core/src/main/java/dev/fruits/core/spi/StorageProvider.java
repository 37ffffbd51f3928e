package dev.fruits.core.spi;

import dev.fruits.core.store.StoreSettings;
import java.util.Set;

/** Offers the {@link Storage} of the locations with certain schemes. */
public interface StorageProvider {
    /** The schemes, in lower case: {@code s3}. An empty text stands for paths without a scheme. */
    Set<String> schemes();

    /** True if it is preferred to other providers of the same scheme on the engine of this name. */
    default boolean isNativeTo(String engine) {
        return false;
    }

    /**
     * Makes the storage; opens no connection.
     *
     * @param settings how an object store is reached
     */
    Storage connect(StoreSettings settings);
}
