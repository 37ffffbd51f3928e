package dev.fruits.core.store;

import dev.fruits.core.WrongUseException;
import java.io.Serializable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How an object store is reached and what it is asked for; null where nothing is said and the store's own default
 * holds. Never holds credentials: those come from the machine's surroundings.
 *
 * @param region where the store is: {@code eu-west-3}
 * @param endpoint {@code http(s)://host:port} of a store that is compatible with S3; null for Amazon's
 * @param pathStyle whether the bucket is in the path of a request and not in the host's name
 * @param encryption how objects that are written are encrypted
 * @param kmsKey ARN or id of the key, with {@link StoreEncryption#SSE_KMS} alone; null for the account's default key
 * @param requesterPays whether the reader pays for requests to a bucket that asks for it
 */
public record StoreSettings(
        @Nullable String region,
        @Nullable String endpoint,
        @Nullable Boolean pathStyle,
        @Nullable StoreEncryption encryption,
        @Nullable String kmsKey,
        @Nullable Boolean requesterPays)
        implements Serializable {
    public static final StoreSettings DEFAULT = new StoreSettings(null, null, null, null, null, null);

    private static final Pattern ENDPOINT = Pattern.compile("https?://[^/@\\s]+/?");
    private static final Pattern REGION = Pattern.compile("[a-z]{2,6}(-[a-z]+)+-\\d+");

    /**
     * Checks the form of each value.
     *
     * @throws WrongUseException if a value cannot be one, or a key is named without the encryption that uses it
     */
    public StoreSettings {
        if (region != null && !REGION.matcher(region).matches()) {
            throw new WrongUseException("region " + region + ": is no region's name; give one such as eu-west-3");
        }
        if (endpoint != null && !ENDPOINT.matcher(endpoint).matches()) {
            throw new WrongUseException("endpoint " + (endpoint.contains("@") ? "…@…" : endpoint)
                    + ": is no address of a store; give http(s)://host:port, without credentials or a path");
        }
        if (kmsKey != null && encryption == StoreEncryption.SSE_S3) {
            throw new WrongUseException("kms-key: is not used by encryption sse-s3; leave one of them out");
        }
        if (kmsKey != null) {
            encryption = StoreEncryption.SSE_KMS;
        }
    }

    /** These settings, in this region. */
    public StoreSettings inRegion(String other) {
        return new StoreSettings(other, endpoint, pathStyle, encryption, kmsKey, requesterPays);
    }

    public boolean usesPathStyle() {
        return Boolean.TRUE.equals(pathStyle);
    }

    public boolean paysForRequests() {
        return Boolean.TRUE.equals(requesterPays);
    }
}
