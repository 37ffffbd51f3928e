package dev.fruits.djl;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Walks the fields of a message in a file (Protocol Buffers, Encoding) without reading what nobody asks for: weights
 * are stepped over.
 */
final class ProtobufFields implements Closeable {
    private static final int MAX_TEXT = 1 << 16;
    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int DELIMITED = 2;
    private static final int FIXED_32 = 5;

    private final RandomAccessFile file;
    private final long length;
    private int wireType;

    ProtobufFields(Path path) throws IOException {
        file = new RandomAccessFile(path.toFile(), "r");
        length = file.length();
    }

    /** Called for each field of a message; a value that it does not read is stepped over. */
    @FunctionalInterface
    interface FieldReader {
        void read(int number, ProtobufFields fields) throws IOException;
    }

    /** The whole file as one message. */
    void message(FieldReader reader) throws IOException {
        fieldsUntil(length, reader);
    }

    /** The value of this field, a message itself. */
    void nested(FieldReader reader) throws IOException {
        long size = delimitedSize();
        fieldsUntil(file.getFilePointer() + size, reader);
    }

    private void fieldsUntil(long end, FieldReader reader) throws IOException {
        while (file.getFilePointer() < end) {
            long tag = rawVarint();
            wireType = (int) tag & 7;
            long value = file.getFilePointer();
            reader.read((int) (tag >>> 3), this);
            if (file.getFilePointer() == value) { // nothing was read: every value has at least one byte
                skip();
            }
        }
        if (file.getFilePointer() != end) {
            throw new EOFException("a message ends within a field");
        }
    }

    long varint() throws IOException {
        expect(VARINT);
        return rawVarint();
    }

    String text() throws IOException {
        long size = delimitedSize();
        if (size > MAX_TEXT) {
            throw new EOFException("a text of " + size + " bytes");
        }
        byte[] bytes = new byte[(int) size];
        file.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private void skip() throws IOException {
        switch (wireType) {
            case VARINT -> rawVarint();
            case FIXED_64 -> step(Long.BYTES);
            case DELIMITED -> step(delimitedSize());
            case FIXED_32 -> step(Integer.BYTES);
            default -> throw new EOFException("no wire type " + wireType);
        }
    }

    private long delimitedSize() throws IOException {
        expect(DELIMITED);
        long size = rawVarint();
        if (size < 0 || size > length - file.getFilePointer()) {
            throw new EOFException("a field of " + size + " bytes");
        }
        return size;
    }

    private void step(long bytes) throws IOException {
        if (bytes > length - file.getFilePointer()) {
            throw new EOFException("a field ends behind the file");
        }
        file.seek(file.getFilePointer() + bytes);
    }

    private void expect(int wanted) throws IOException {
        if (wireType != wanted) {
            throw new EOFException("wire type " + wireType + " in place of " + wanted);
        }
    }

    private long rawVarint() throws IOException {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int part = file.readUnsignedByte();
            value |= (part & 0x7fL) << shift;
            if (part < 0x80) {
                return value;
            }
        }
        throw new EOFException("a number without end");
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
