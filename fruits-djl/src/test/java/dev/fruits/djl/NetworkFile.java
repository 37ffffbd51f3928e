package dev.fruits.djl;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

/**
 * Builds a classification network layer by layer as ONNX, with random weights after He, and counts what it builds. Operator
 * set 12. Weights can be left out to count only.
 */
final class NetworkFile {
    private static final int TILE = 4_099;

    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("network");
    private final boolean weights;
    private final boolean old;
    private final float[] gaussian = new float[TILE];
    private long parameters;

    /**
     * @param weights whether the file gets any
     * @param old whether weights stand among the inputs, as files before IR 4 have them
     */
    NetworkFile(boolean weights, boolean old) {
        this.weights = weights;
        this.old = old;
        Random random = new Random(42);
        for (int i = 0; i < TILE; i++) {
            gaussian[i] = (float) random.nextGaussian();
        }
    }

    /**
     * A tensor.
     *
     * @param channels or features per image
     * @param depth layers with weights before it, on the longest path
     */
    record Layer(String tensor, int channels, int depth) {}

    /** Kernel, stride and padding of a window. */
    record Window(int height, int width, int stride, int padHeight, int padWidth) {
        static Window square(int side, int stride, int pad) {
            return new Window(side, side, stride, pad, pad);
        }
    }

    long parameters() {
        return parameters;
    }

    /**
     * @param batch 0 for any number
     */
    Layer input(String name, int batch, int side) {
        graph.addInput(value(name, batch, 3, side, side));
        return new Layer(name, 3, 0);
    }

    Layer conv(Layer from, int channels, Window window, int groups, boolean bias) {
        int fanIn = from.channels() / groups * window.height() * window.width();
        String name = fresh();
        String[] inputs = bias
                ? new String[] {from.tensor(), name + "_w", name + "_b"}
                : new String[] {from.tensor(), name + "_w"};
        weight(
                name + "_w",
                Math.sqrt(2.0 / fanIn),
                channels,
                from.channels() / groups,
                window.height(),
                window.width());
        if (bias) {
            weight(name + "_b", 0, channels);
        }
        node(
                name,
                "Conv",
                inputs,
                ints("kernel_shape", window.height(), window.width()),
                ints("strides", window.stride(), window.stride()),
                ints("pads", window.padHeight(), window.padWidth(), window.padHeight(), window.padWidth()),
                number("group", groups));
        return new Layer(name, channels, from.depth() + 1);
    }

    /** Its running statistics are no parameters. */
    Layer normalised(Layer from) {
        String name = fresh();
        weight(name + "_scale", 0, from.channels());
        weight(name + "_shift", 0, from.channels());
        long counted = parameters;
        weight(name + "_mean", 0, from.channels());
        weight(name + "_var", 0, from.channels());
        parameters = counted;
        node(name, "BatchNormalization", new String[] {
            from.tensor(), name + "_scale", name + "_shift", name + "_mean", name + "_var"
        });
        return new Layer(name, from.channels(), from.depth());
    }

    Layer dense(Layer from, int width) {
        String name = fresh();
        weight(name + "_w", Math.sqrt(2.0 / from.channels()), width, from.channels());
        weight(name + "_b", 0, width);
        node(name, "Gemm", new String[] {from.tensor(), name + "_w", name + "_b"}, number("transB", 1));
        return new Layer(name, width, from.depth() + 1);
    }

    Layer relu(Layer from) {
        return plain("Relu", from);
    }

    Layer plain(String operator, Layer from, AttributeProto... attributes) {
        String name = fresh();
        node(name, operator, new String[] {from.tensor()}, attributes);
        return new Layer(name, from.channels(), from.depth());
    }

    Layer pool(String operator, Layer from, int side, int stride, int padBefore, int padAfter) {
        return plain(
                operator,
                from,
                ints("kernel_shape", side, side),
                ints("strides", stride, stride),
                ints("pads", padBefore, padBefore, padAfter, padAfter));
    }

    /** Flattens by a constant shape, as some exporters do: only so many images go through. */
    Layer reshaped(Layer from, int batch, int features) {
        String name = fresh();
        graph.addInitializer(TensorProto.newBuilder()
                .setName(name + "_shape")
                .setDataType(TensorProto.DataType.INT64.getNumber())
                .addDims(2)
                .addInt64Data(batch)
                .addInt64Data(features));
        node(name, "Reshape", new String[] {from.tensor(), name + "_shape"});
        return new Layer(name, features, from.depth());
    }

    Layer flat(Layer from, int features) {
        Layer flat = plain("Flatten", from, number("axis", 1));
        return new Layer(flat.tensor(), features, flat.depth());
    }

    Layer sum(Layer first, Layer second) {
        String name = fresh();
        node(name, "Add", new String[] {first.tensor(), second.tensor()});
        return new Layer(name, first.channels(), Math.max(first.depth(), second.depth()));
    }

    Layer concat(Layer... parts) {
        String name = fresh();
        node(name, "Concat", Arrays.stream(parts).map(Layer::tensor).toArray(String[]::new), number("axis", 1));
        return new Layer(
                name,
                Arrays.stream(parts).mapToInt(Layer::channels).sum(),
                Arrays.stream(parts).mapToInt(Layer::depth).max().orElseThrow());
    }

    /** The file with these outputs. */
    byte[] bytes(List<Layer> outputs) {
        GraphProto.Builder whole = graph.clone();
        outputs.forEach(output -> whole.addOutput(ValueInfoProto.newBuilder()
                .setName(output.tensor())
                .setType(TypeProto.newBuilder()
                        .setTensorType(
                                TypeProto.Tensor.newBuilder().setElemType(TensorProto.DataType.FLOAT.getNumber())))));
        return ModelProto.newBuilder()
                .setIrVersion(old ? 3 : 8)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(12))
                .setGraph(whole)
                .build()
                .toByteArray();
    }

    static AttributeProto number(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(value)
                .build();
    }

    private static AttributeProto ints(String name, long... values) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INTS)
                .addAllInts(LongStream.of(values).boxed().toList())
                .build();
    }

    private String fresh() {
        return "t" + graph.getNodeCount();
    }

    private void node(String output, String operator, String[] inputs, AttributeProto... attributes) {
        graph.addNode(NodeProto.newBuilder()
                .setOpType(operator)
                .addAllInput(List.of(inputs))
                .addOutput(output)
                .addAllAttribute(List.of(attributes)));
    }

    /**
     * @param deviation of the values; 0 makes all of them 1
     */
    private void weight(String name, double deviation, long... sizes) {
        long count = LongStream.of(sizes).reduce(1, (a, b) -> a * b);
        parameters += count;
        if (!weights) {
            return;
        }
        ByteBuffer raw = ByteBuffer.allocate((int) count * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        int start = graph.getInitializerCount() * 31;
        for (int i = 0; i < count; i++) {
            raw.putFloat(deviation == 0 ? 1 : (float) (deviation * gaussian[(start + i) % TILE]));
        }
        graph.addInitializer(TensorProto.newBuilder()
                .setName(name)
                .setDataType(TensorProto.DataType.FLOAT.getNumber())
                .addAllDims(LongStream.of(sizes).boxed().toList())
                .setRawData(ByteString.copyFrom(raw.array())));
        if (old) {
            graph.addInput(value(name, sizes));
        }
    }

    private static ValueInfoProto value(String name, long... sizes) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        for (long size : sizes) {
            TensorShapeProto.Dimension.Builder dimension = TensorShapeProto.Dimension.newBuilder();
            shape.addDim(size == 0 ? dimension.setDimParam("N") : dimension.setDimValue(size));
        }
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder()
                                .setElemType(TensorProto.DataType.FLOAT.getNumber())
                                .setShape(shape)))
                .build();
    }
}
