package dev.fruits.core.store;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run says of its object store, as settings of S3A: they are Spark's from the start of the session, so that every
 * executor has them. Source of the names: Hadoop's documentation of S3A, 3.4.
 */
public final class S3aSettings {
    private static final String PREFIX = "spark.hadoop.fs.s3a.";

    private S3aSettings() {}

    /** Settings of Spark; none where nothing is said. */
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
