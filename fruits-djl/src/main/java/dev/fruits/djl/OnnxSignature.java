package dev.fruits.djl;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What goes in and out of an ONNX file, read from the file itself (onnx.proto3, field numbers in the code): no engine
 * has to start to tell that a card does not fit.
 *
 * @param inputs without those that the file gives values for
 * @param outputs every output by name
 * @param inner every tensor that a node computes
 * @param beforeLastDense what goes into the last dense layer; empty where there is none
 */
record OnnxSignature(
        Map<String, Tensor> inputs, Map<String, Tensor> outputs, Set<String> inner, String beforeLastDense) {
    private static final long FREE = -1;
    private static final Set<String> DENSE = Set.of("Gemm", "MatMul");

    /**
     * A tensor's type.
     *
     * @param elementType 1 is float32
     * @param dimensions −1 where a dimension is free; empty where the file says nothing
     */
    record Tensor(long elementType, List<Long> dimensions) {
        /** {@code [N,3,224,224]}. */
        @Override
        public String toString() {
            return dimensions.stream()
                    .map(size -> size == FREE ? "N" : String.valueOf(size))
                    .collect(Collectors.joining(",", "[", "]"));
        }
    }

    /** The tensor that an output of a card stands for; empty where the file has none of that name. */
    Optional<String> resolve(ModelCard.Output output) {
        boolean cuts = output.tensor().equals(ModelCard.Output.BEFORE_LAST_DENSE);
        String tensor = cuts ? beforeLastDense : output.tensor();
        return Optional.of(tensor).filter(name -> outputs.containsKey(name) || inner.contains(name));
    }

    /**
     * Reads a file; empty if it is no ONNX file, or a truncated one.
     *
     * @throws IOException if it cannot be read at all
     */
    static Optional<OnnxSignature> read(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            OnnxSignature signature = of(new ProtobufMessage(bytes));
            return Optional.of(signature).filter(read -> !read.inputs.isEmpty() && !read.outputs.isEmpty());
        } catch (EOFException e) {
            return Optional.empty();
        }
    }

    private static OnnxSignature of(ProtobufMessage model) throws IOException {
        Map<String, Tensor> inputs = tensors(model.messages(7, 11));
        for (ProtobufMessage weight : model.messages(7, 5)) {
            weight.texts(8).forEach(inputs::remove);
        }
        Set<String> inner = new HashSet<>();
        String beforeLastDense = "";
        for (ProtobufMessage node : model.messages(7, 1)) {
            List<String> from = node.texts(1);
            inner.addAll(node.texts(2));
            if (DENSE.contains(String.join("", node.texts(4))) && !from.isEmpty()) {
                beforeLastDense = from.get(0);
            }
        }
        return new OnnxSignature(inputs, tensors(model.messages(7, 12)), inner, beforeLastDense);
    }

    private static Map<String, Tensor> tensors(List<ProtobufMessage> values) throws IOException {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (ProtobufMessage value : values) {
            long elementType = 0;
            List<Long> dimensions = new ArrayList<>();
            for (ProtobufMessage tensor : value.messages(2, 1)) {
                elementType = tensor.number(1, elementType);
                for (ProtobufMessage dimension : tensor.messages(2, 1)) {
                    dimensions.add(dimension.number(1, FREE));
                }
            }
            tensors.put(String.join("", value.texts(1)), new Tensor(elementType, dimensions));
        }
        return tensors;
    }
}
