package dev.fruits.lambda;

import dev.fruits.aws.s3.S3Location;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Objects in memory; remembers what was read. */
final class MemoryObjects implements ObjectStore {
    private final Map<S3Location, byte[]> objects = new HashMap<>();
    private final List<S3Location> read = new ArrayList<>();

    MemoryObjects with(String bucket, String key, byte[] bytes) {
        objects.put(new S3Location(bucket, key), bytes);
        return this;
    }

    /** Every read, in order. */
    List<String> reads() {
        return read.stream().map(S3Location::toString).toList();
    }

    @Override
    public byte[] read(S3Location name, int limit) throws IOException {
        read.add(name);
        byte[] bytes = objects.get(name);
        if (bytes == null) {
            throw new IOException(name + ": NoSuchKey (404), request id TEST-1");
        }
        return Arrays.copyOf(bytes, Math.min(limit, bytes.length));
    }
}
