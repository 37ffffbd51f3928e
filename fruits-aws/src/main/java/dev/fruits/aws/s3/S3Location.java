package dev.fruits.aws.s3;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.Location;
import java.util.regex.Pattern;

/**
 * An {@code s3://} location, named in messages by the option that gave it.
 *
 * @param option {@code images}, {@code out}, {@code file}
 * @param location as the user wrote it
 * @param bucket name, or alias of an access point
 * @param key of an object, or a prefix without its last slash; empty for the whole bucket
 */
record S3Location(String option, Location location, String bucket, String key) {
    static final String SCHEME = "s3";

    private static final String BEGIN = "://";
    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern ADDRESS = Pattern.compile("\\d+\\.\\d+\\.\\d+\\.\\d+");

    static boolean isOne(Location location) {
        return location.scheme().filter(SCHEME::equals).isPresent();
    }

    /**
     * Checks the form alone.
     *
     * @throws WrongUseException if the location is of another kind, names no bucket that can be, or holds credentials
     */
    static S3Location of(String option, Location location) {
        if (!isOne(location)) {
            throw new WrongUseException(option + " " + location + ": is no s3:// location; check how it begins");
        }
        String rest = location.text().substring(location.text().indexOf(BEGIN) + BEGIN.length());
        int slash = (rest + "/").indexOf('/');
        String bucket = rest.substring(0, slash);
        location.requireNoCredentials(option, "set AWS_PROFILE, or give the machine a role");
        requireBucket(option, location, bucket);
        return new S3Location(option, location, bucket, slash < rest.length() ? rest.substring(slash + 1) : "");
    }

    private static void requireBucket(String option, Location location, String bucket) {
        if (!BUCKET.matcher(bucket).matches()
                || bucket.contains("..")
                || ADDRESS.matcher(bucket).matches()) {
            throw new WrongUseException(option + " " + location + ": '" + bucket
                    + "' is no name of a bucket (3 to 63 of a-z, 0-9, '-' and '.'); give s3://bucket/prefix");
        }
    }

    /** What the keys of everything below this place begin with. */
    String prefix() {
        return key.isEmpty() ? "" : key + "/";
    }

    /** The key of what is called {@code relative} below this place. */
    String key(String relative) {
        return prefix() + relative;
    }

    /** {@code s3://bucket/key} of an object, for messages. */
    String url(String objectKey) {
        return SCHEME + BEGIN + bucket + "/" + objectKey;
    }
}
