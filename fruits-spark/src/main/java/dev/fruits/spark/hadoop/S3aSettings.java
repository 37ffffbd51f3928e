package dev.fruits.spark.hadoop;

import dev.fruits.core.store.StoreEncryption;
import dev.fruits.core.store.StoreSettings;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The settings of an object store as Hadoop's S3A names them. Source of the names: its documentation, 3.4. */
public final class S3aSettings {
    private static final String PREFIX = "fs.s3a.";

    private S3aSettings() {}

    /** The values by key, such as {@code fs.s3a.endpoint}; none where a setting is not given. */
    public static Map<String, String> of(StoreSettings store) {
        Map<String, String> settings = new LinkedHashMap<>();
        put(settings, "endpoint.region", store.region());
        put(settings, "endpoint", store.endpoint());
        put(settings, "path.style.access", store.pathStyle());
        put(settings, "encryption.algorithm", algorithm(store.encryption()));
        put(settings, "encryption.key", store.kmsKey());
        put(settings, "requester.pays.enabled", store.requesterPays());
        return settings;
    }

    private static @Nullable String algorithm(@Nullable StoreEncryption encryption) {
        return encryption == null ? null : encryption == StoreEncryption.SSE_S3 ? "AES256" : "SSE-KMS";
    }

    private static void put(Map<String, String> settings, String name, @Nullable Object value) {
        if (value != null) {
            settings.put(PREFIX + name, value.toString());
        }
    }
}
