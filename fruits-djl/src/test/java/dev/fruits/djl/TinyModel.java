package dev.fruits.djl;

import dev.fruits.core.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A CNN of a few hundred bytes, written by hand as ONNX: a 1 × 1 convolution from 3 to 4 channels, then the mean of each
 * channel. So each feature is a weighted sum of the means of the normalised colours.
 */
final class TinyModel {
    static final int DIMENSION = 4;
    static final int WIDTH = 20;
    static final int HEIGHT = 12;
    /** Row by row: for each feature, the weights of red, green and blue. */
    static final float[] WEIGHTS = {1, 0, 0, 0, 1, 0, 0, 0, 1, 0.25f, -0.5f, 2};

    private static final int FLOAT = 1;

    private TinyModel() {}

    /** Input {@code pixels} [N,3,12,20], output {@code features} [N,4]. */
    static byte[] onnx() {
        return onnx("N", FLOAT, HEIGHT, WIDTH, DIMENSION);
    }

    /**
     * @param batch a number, or a name for a free dimension
     */
    static byte[] onnx(Object batch, int elementType, int height, int width, Object dimension) {
        Message graph = new Message()
                .put(1, node("Conv", List.of("pixels", "weights"), "colours"))
                .put(1, node("GlobalAveragePool", List.of("colours"), "means"))
                .put(1, node("Flatten", List.of("means"), "features"))
                .text(2, "tiny")
                .put(5, weights())
                .put(11, value("pixels", elementType, batch, 3, height, width))
                .put(12, value("features", FLOAT, batch, dimension));
        return new Message()
                .number(1, 8)
                .put(7, graph)
                .put(8, new Message().text(1, "").number(2, 13))
                .bytes();
    }

    static ModelCard card(byte[] onnx) {
        return ModelCard.parse("tiny.card.json", json(onnx));
    }

    static String json(byte[] onnx) {
        return """
                {
                  "name": "tiny",
                  "file": "tiny.onnx",
                  "sha256": "%s",
                  "licence": "Apache-2.0",
                  "origin": "written by the test",
                  "input": { "tensor": "pixels", "width": 20, "height": 12, "layout": "NCHW", "channels": "RGB" },
                  "normalisation": { "mean": [127.5, 127.5, 127.5], "std": [127.5, 127.5, 127.5] },
                  "resampling": "pillow-bicubic",
                  "output": { "tensor": "features", "dimension": 4 }
                }
                """.formatted(Sha256.of(onnx));
    }

    static Path write(Path folder, byte[] onnx) throws IOException {
        return Files.write(folder.resolve("tiny.onnx"), onnx);
    }

    private static Message node(String operator, List<String> inputs, String output) {
        Message node = new Message();
        inputs.forEach(input -> node.text(1, input));
        return node.text(2, output).text(3, output).text(4, operator);
    }

    private static Message weights() {
        ByteBuffer raw = ByteBuffer.allocate(WEIGHTS.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(WEIGHTS);
        Message tensor = new Message();
        for (int size : new int[] {DIMENSION, 3, 1, 1}) {
            tensor.number(1, size);
        }
        return tensor.number(2, FLOAT).text(8, "weights").raw(9, raw.array());
    }

    private static Message value(String name, int elementType, Object... sizes) {
        Message shape = new Message();
        for (Object size : sizes) {
            shape.put(
                    1,
                    size instanceof Integer number
                            ? new Message().number(1, number)
                            : new Message().text(2, String.valueOf(size)));
        }
        Message tensor = new Message().number(1, elementType).put(2, shape);
        return new Message().text(1, name).put(2, new Message().put(1, tensor));
    }

    /** Protocol Buffers, Encoding: each value after its field number and wire type. */
    private static final class Message {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Message number(int field, long value) {
            varint((long) field << 3);
            varint(value);
            return this;
        }

        Message raw(int field, byte[] value) {
            varint(((long) field << 3) | 2);
            varint(value.length);
            out.writeBytes(value);
            return this;
        }

        Message text(int field, String value) {
            return raw(field, value.getBytes(StandardCharsets.UTF_8));
        }

        Message put(int field, Message value) {
            return raw(field, value.bytes());
        }

        byte[] bytes() {
            return out.toByteArray();
        }

        private void varint(long value) {
            long left = value;
            while (left >= 0x80) {
                out.write((int) (left & 0x7f) | 0x80);
                left >>>= 7;
            }
            out.write((int) left);
        }
    }
}
