package dev.fruits.lambda;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Objects in memory; remembers what was read. */
final class MemoryObjects implements ObjectStore {
    private final Map<ObjectName, byte[]> objects = new HashMap<>();
    private final List<ObjectName> read = new ArrayList<>();

    MemoryObjects with(String bucket, String key, byte[] bytes) {
        objects.put(new ObjectName(bucket, key), bytes);
        return this;
    }

    /** Every read, in order. */
    List<String> reads() {
        return read.stream().map(ObjectName::toString).toList();
    }

    @Override
    public byte[] read(ObjectName name, int limit) throws IOException {
        read.add(name);
        byte[] bytes = objects.get(name);
        if (bytes == null) {
            throw new IOException(name + ": NoSuchKey (404), request id TEST-1");
        }
        return Arrays.copyOf(bytes, Math.min(limit, bytes.length));
    }
}
