package dev.fruits.parquet;

import dev.fruits.core.sink.ResultStore;
import dev.fruits.core.sink.StoredPart;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** A part of a table in its store. */
record PartFile(ResultStore store, StoredPart part) {
    /** The parts of a table, in order; none if there is no such table. */
    static List<PartFile> all(ResultStore store, String table) throws IOException {
        return store.parts(table, PartWriter.SUFFIX).stream()
                .map(part -> new PartFile(store, part))
                .toList();
    }

    long size() {
        return part.size();
    }

    /** @throws EOFException if the file ends before these bytes do */
    InputStream open(long begin, long length) throws IOException {
        if (begin < 0 || length < 0 || begin + length > part.size()) {
            throw new EOFException("ends too early");
        }
        return store.open(part, begin, length);
    }

    /** As {@link #open}, as an array. */
    byte[] bytes(long begin, int length) throws IOException {
        try (InputStream stream = open(begin, length)) {
            byte[] bytes = stream.readNBytes(length);
            if (bytes.length < length) {
                throw new EOFException("ends too early");
            }
            return bytes;
        }
    }

    @Override
    public String toString() {
        return store.location() + "/" + part.name();
    }
}
