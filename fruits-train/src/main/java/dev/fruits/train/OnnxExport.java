package dev.fruits.train;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * Writes a network as ONNX: input {@code input} [N, 3, side, side], outputs {@code features} [N, features] and
 * {@code logits} [N, classes]. Operator set 13, IR 8.
 */
final class OnnxExport {
    static final String INPUT = "input";
    static final String FEATURES = "features";
    static final String LOGITS = "logits";

    private static final long IR_VERSION = 8;
    private static final long OPERATOR_SET = 13;

    private final GraphProto.Builder graph;
    private String last = INPUT;

    private OnnxExport(String name) {
        graph = GraphProto.newBuilder().setName(name);
    }

    /** @param metadata of the file, read by tools; written in the order of its keys */
    static byte[] write(String name, Network network, Map<String, String> metadata) {
        GraphProto graph = new OnnxExport(name).graph(network);
        ModelProto.Builder model = ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATOR_SET))
                .setProducerName("fruits-train")
                .setGraph(graph);
        new TreeMap<>(metadata)
                .forEach((key, value) -> model.addMetadataProps(
                        StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
        return model.build().toByteArray();
    }

    private GraphProto graph(Network network) {
        Architecture architecture = network.architecture();
        average("input_pool", architecture.inputPool());
        int layer = 1;
        for (FoldedWeights weights : network.layers().foldedConvolutions()) {
            convolution("conv" + layer++, weights);
        }
        average("feature_pool", architecture.featurePool());
        node("flat", "Flatten", List.of(), number("axis", 1));
        dense("dense", network.layers().foldedDense());
        node(FEATURES, "Relu", List.of());
        dense(LOGITS, network.layers().foldedClassifier());
        return graph.addInput(tensorType(INPUT, Batch.CHANNELS, architecture.side(), architecture.side()))
                .addOutput(tensorType(FEATURES, architecture.features()))
                .addOutput(tensorType(LOGITS, architecture.classes()))
                .build();
    }

    private void average(String name, int side) {
        node(name, "AveragePool", List.of(), ints("kernel_shape", side, side), ints("strides", side, side));
    }

    private void convolution(String name, FoldedWeights weights) {
        node(
                name,
                "Conv",
                parameters(name, weights),
                ints("kernel_shape", 3, 3),
                ints("pads", 1, 1, 1, 1),
                ints("strides", 1, 1));
        node(name + "_relu", "Relu", List.of());
        node(name + "_pool", "MaxPool", List.of(), ints("kernel_shape", 2, 2), ints("strides", 2, 2));
    }

    private void dense(String name, FoldedWeights weights) {
        node(name, "Gemm", parameters(name, weights), number("transB", 1));
    }

    /** A node behind the last one; its output has its name. */
    private void node(String name, String operator, List<String> parameters, AttributeProto... attributes) {
        graph.addNode(NodeProto.newBuilder()
                .setName(name)
                .setOpType(operator)
                .addInput(last)
                .addAllInput(parameters)
                .addOutput(name)
                .addAllAttribute(List.of(attributes)));
        last = name;
    }

    private List<String> parameters(String layer, FoldedWeights weights) {
        graph.addInitializer(tensor(layer + "_weights", weights.weights, weights.shape));
        graph.addInitializer(tensor(layer + "_bias", weights.bias, weights.bias.length));
        return List.of(layer + "_weights", layer + "_bias");
    }

    private static TensorProto tensor(String name, float[] values, long... shape) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return TensorProto.newBuilder()
                .setName(name)
                .addAllDims(LongStream.of(shape).boxed().toList())
                .setDataType(TensorProto.DataType.FLOAT.getNumber())
                .setRawData(ByteString.copyFrom(bytes))
                .build();
    }

    /** Any number of images, {@code sizes} each. */
    private static ValueInfoProto tensorType(String name, long... sizes) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder()
                .addDim(TensorShapeProto.Dimension.newBuilder().setDimParam("N"));
        for (long size : sizes) {
            shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(size));
        }
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder()
                                .setElemType(TensorProto.DataType.FLOAT.getNumber())
                                .setShape(shape)))
                .build();
    }

    private static AttributeProto ints(String name, long... values) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INTS)
                .addAllInts(LongStream.of(values).boxed().toList())
                .build();
    }

    private static AttributeProto number(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(value)
                .build();
    }
}
