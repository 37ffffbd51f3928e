package dev.fruits.lambda;

import dev.fruits.aws.s3.S3Location;
import java.io.IOException;

/** Port: objects in buckets. Used by one thread at a time. */
interface ObjectStore {
    /**
     * Reads an object, of a larger one its first {@code limit} bytes.
     *
     * @param limit in bytes, at least 0
     * @throws IOException if there is none, it may not be read or the store does not answer; one line with bucket, key
     *     and the store's request id
     */
    byte[] read(S3Location object, int limit) throws IOException;
}
