package dev.fruits.djl;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A message in a file (Protocol Buffers, Encoding). Values are read when they are asked for, so weights are stepped over.
 * A file that ends too early, or is of another format, is an {@link EOFException}.
 */
final class ProtobufMessage {
    private static final int MAX_TEXT = 1 << 16;
    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int DELIMITED = 2;
    private static final int FIXED_32 = 5;

    private final RandomAccessFile file;
    private final List<Field> fields = new ArrayList<>();

    /**
     * A field.
     *
     * @param value of a varint; else the size of what is at {@code begin}, in bytes
     */
    private record Field(int number, int wireType, long value, long begin) {}

    /** The whole file, which must stay open. */
    ProtobufMessage(RandomAccessFile file) throws IOException {
        this(file, 0, file.length());
    }

    private ProtobufMessage(RandomAccessFile file, long begin, long end) throws IOException {
        this.file = file;
        file.seek(begin);
        while (file.getFilePointer() < end) {
            Field field = field();
            long size = field.wireType() == VARINT ? 0 : field.value();
            if (size < 0 || size > end - field.begin()) {
                throw new EOFException("a field of " + size + " bytes");
            }
            fields.add(field);
            file.seek(field.begin() + size);
        }
    }

    private Field field() throws IOException {
        long tag = varint();
        int wireType = (int) tag & 7;
        long value = switch (wireType) {
            case VARINT, DELIMITED -> varint();
            case FIXED_64 -> Long.BYTES;
            case FIXED_32 -> Integer.BYTES;
            default -> throw new EOFException("no wire type " + wireType);
        };
        return new Field((int) (tag >>> 3), wireType, value, file.getFilePointer());
    }

    private long varint() throws IOException {
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

    /** The messages in the fields of the first number, then the messages in their fields of the second number, and so on. */
    List<ProtobufMessage> messages(int... path) throws IOException {
        List<ProtobufMessage> messages = List.of(this);
        for (int number : path) {
            List<ProtobufMessage> inner = new ArrayList<>();
            for (ProtobufMessage message : messages) {
                for (Field field : message.fields(number, DELIMITED)) {
                    inner.add(new ProtobufMessage(file, field.begin(), field.begin() + field.value()));
                }
            }
            messages = inner;
        }
        return messages;
    }

    List<String> texts(int number) throws IOException {
        List<String> texts = new ArrayList<>();
        for (Field field : fields(number, DELIMITED)) {
            if (field.value() > MAX_TEXT) {
                throw new EOFException("a text of " + field.value() + " bytes");
            }
            byte[] bytes = new byte[(int) field.value()];
            file.seek(field.begin());
            file.readFully(bytes);
            texts.add(new String(bytes, StandardCharsets.UTF_8));
        }
        return texts;
    }

    /** The last of the numbers in a field; {@code otherwise} if there is none. */
    long number(int number, long otherwise) throws IOException {
        List<Field> found = fields(number, VARINT);
        return found.isEmpty() ? otherwise : found.get(found.size() - 1).value();
    }

    private List<Field> fields(int number, int wireType) throws IOException {
        List<Field> found =
                fields.stream().filter(field -> field.number() == number).toList();
        for (Field field : found) {
            if (field.wireType() != wireType) {
                throw new EOFException("wire type " + field.wireType() + " in place of " + wireType);
            }
        }
        return found;
    }
}
