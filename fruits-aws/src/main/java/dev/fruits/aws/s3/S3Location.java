package dev.fruits.aws.s3;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.Location;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Bucket and key of an {@code s3://} location.
 *
 * @param bucket name, or alias of an access point
 * @param key of an object, or a prefix without its last slash; empty for the whole bucket
 */
public record S3Location(String bucket, String key) {
    /** Hadoop calls the same objects {@code s3a} and {@code s3n}. */
    static final Set<String> SCHEMES = Set.of("s3", "s3a", "s3n");

    private static final String BEGIN = "://";
    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern ADDRESS = Pattern.compile("\\d+\\.\\d+\\.\\d+\\.\\d+");

    /** Whether the scheme is one of S3. */
    public static boolean isOne(Location location) {
        return location.scheme().filter(SCHEMES::contains).isPresent();
    }

    /**
     * Checks the form alone.
     *
     * @param option that gave the location, for messages: {@code images}, {@code out}, {@code file}
     * @throws WrongUseException if the location has another scheme, an invalid bucket name, or holds credentials
     */
    public static S3Location of(String option, Location location) {
        if (!isOne(location)) {
            throw new WrongUseException(
                    option + " " + location + ": is not an s3:// location; give s3://bucket/prefix");
        }
        String rest = location.text().substring(location.text().indexOf(BEGIN) + BEGIN.length());
        if (rest.startsWith("arn:")) {
            throw new WrongUseException(option + " " + location + ": ARNs are not supported; give the access point's"
                    + " alias (s3://…-s3alias/prefix; 'aws s3control get-access-point' shows it)");
        }
        location.requireNoCredentials(option, "set AWS_PROFILE, or give the machine a role");
        int slash = (rest + "/").indexOf('/');
        String bucket = rest.substring(0, slash);
        if (!BUCKET.matcher(bucket).matches()
                || bucket.contains("..")
                || ADDRESS.matcher(bucket).matches()) {
            throw new WrongUseException(option + " " + location + ": '" + bucket
                    + "' is not a bucket name (3 to 63 of a-z, 0-9, '-' and '.'); give s3://bucket/prefix");
        }
        return new S3Location(bucket, slash < rest.length() ? rest.substring(slash + 1) : "");
    }

    /** The object called {@code name} below this prefix. */
    public S3Location resolve(String name) {
        return new S3Location(bucket, prefix() + name);
    }

    @Override
    public String toString() {
        return "s3" + BEGIN + bucket + "/" + key;
    }

    /** What the keys of everything below this location begin with. */
    String prefix() {
        return key.isEmpty() ? "" : key + "/";
    }
}
