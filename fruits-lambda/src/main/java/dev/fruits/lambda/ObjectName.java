package dev.fruits.lambda;

import dev.fruits.core.WrongUseException;

/**
 * An object of a bucket.
 *
 * @param key as it was put, nothing escaped
 */
record ObjectName(String bucket, String key) {
    private static final String SCHEME = "s3://";

    ObjectName {
        if (bucket.isEmpty() || key.isEmpty()) {
            throw new WrongUseException(
                    SCHEME + bucket + "/" + key + ": has no bucket or no key; give s3://bucket/key");
        }
    }

    static boolean isMeantBy(String text) {
        return text.startsWith(SCHEME);
    }

    /** An object below {@code s3://bucket/prefix}. */
    static ObjectName below(String prefix, String name) {
        String path = prefix.substring(SCHEME.length());
        int slash = path.indexOf('/');
        String bucket = slash < 0 ? path : path.substring(0, slash);
        String folder = slash < 0 ? "" : path.substring(slash + 1);
        return new ObjectName(bucket, folder.isEmpty() || folder.endsWith("/") ? folder + name : folder + "/" + name);
    }

    @Override
    public String toString() {
        return SCHEME + bucket + "/" + key;
    }
}
