package dev.fruits.aws.s3;

import dev.fruits.core.image.Location;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A finished part that waits for its publication.
 *
 * @param name of its object, below the results
 * @param size in bytes
 * @param etags of what was uploaded, in order
 * @param uploadId given by the store
 */
record UploadToken(String name, long size, List<String> etags, String uploadId) {
    private static final String BETWEEN_FIELDS = "\n";
    private static final String BETWEEN_ETAGS = " ";

    UploadToken {
        etags = List.copyOf(etags);
    }

    String text() {
        return String.join(BETWEEN_FIELDS, name, Long.toString(size), String.join(BETWEEN_ETAGS, etags), uploadId);
    }

    /** Empty if the text is not a token. */
    static Optional<UploadToken> parse(String text) {
        String[] fields = text.split(BETWEEN_FIELDS, -1);
        if (fields.length != 4 || !fields[1].matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return Optional.of(new UploadToken(
                fields[0], Long.parseLong(fields[1]), Arrays.asList(fields[2].split(BETWEEN_ETAGS)), fields[3]));
    }

    PendingUpload upload(Location results) {
        return new PendingUpload(results.resolve(name), uploadId);
    }
}
