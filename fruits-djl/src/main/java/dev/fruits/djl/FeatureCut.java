package dev.fruits.djl;

import dev.fruits.core.RunFailedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Function;
import java.util.stream.Stream;

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
        return field(7, field(12, name, field(2, FLOAT32_TENSOR)));
    }

    private static byte[] field(int number, byte[]... parts) {
        ByteArrayOutputStream field = new ByteArrayOutputStream();
        field.write((number << 3) | DELIMITED);
        int left = Stream.of(parts).mapToInt(part -> part.length).sum();
        for (; left >= 0x80; left >>>= 7) {
            field.write((left & 0x7f) | 0x80);
        }
        field.write(left);
        Stream.of(parts).forEach(field::writeBytes);
        return field.toByteArray();
    }
}
