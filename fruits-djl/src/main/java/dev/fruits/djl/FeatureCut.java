package dev.fruits.djl;

import dev.fruits.core.RunFailedException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.function.Function;

/**
 * Exposes an inner tensor of an ONNX file as an output. Messages of Protocol Buffers merge where they are appended to one
 * another, so a second model that holds nothing but that output (onnx.proto3, field numbers in the code) is written
 * behind a copy of the file.
 */
final class FeatureCut {
    private static final int DELIMITED = 2;
    private static final byte[] FLOAT32_TENSOR = {10, 2, 8, 1}; // type.tensor_type.elem_type = 1

    private FeatureCut() {}

    /** Calls {@code use} with a file that has {@code tensor} among its outputs; it is gone afterwards. */
    static <T> T exposed(Path file, String tensor, Function<Path, T> use) throws IOException {
        Path copy = Files.createTempFile("fruits-", WeightsKind.ONNX.ending());
        try {
            try (OutputStream out = Files.newOutputStream(copy, StandardOpenOption.WRITE)) {
                Files.copy(file, out);
                out.write(output(tensor));
            } catch (IOException e) {
                throw new RunFailedException(
                        "model " + file + ": " + copy.getParent() + " has no room for a copy (" + e.getMessage()
                                + "); free " + (Files.size(file) >> 20) + " MiB or set -Djava.io.tmpdir",
                        e);
            }
            return use.apply(copy);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    /** A model with a graph with one output. */
    private static byte[] output(String tensor) {
        byte[] name = field(1, tensor.getBytes(StandardCharsets.UTF_8));
        byte[] type = field(2, FLOAT32_TENSOR);
        return field(7, field(12, joined(name, type)));
    }

    private static byte[] field(int number, byte[] value) {
        byte[] head = new byte[6];
        int length = 0;
        head[length++] = (byte) ((number << 3) | DELIMITED);
        int left = value.length;
        while (left >= 0x80) {
            head[length++] = (byte) ((left & 0x7f) | 0x80);
            left >>>= 7;
        }
        head[length++] = (byte) left;
        return joined(Arrays.copyOf(head, length), value);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
