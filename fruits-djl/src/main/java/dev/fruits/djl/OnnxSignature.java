package dev.fruits.djl;

import java.io.EOFException;
import java.io.IOException;
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
        try (ProtobufFields fields = new ProtobufFields(file)) {
            Reader reader = new Reader();
            fields.message(reader::model);
            return reader.signature();
        } catch (EOFException e) {
            return Optional.empty();
        }
    }

    private static final class Reader {
        private final Map<String, Tensor> inputs = new LinkedHashMap<>();
        private final Map<String, Tensor> outputs = new LinkedHashMap<>();
        private final List<String> weights = new ArrayList<>();
        private final Set<String> inner = new HashSet<>();
        private String beforeLastDense = "";
        private String name = "";
        private long elementType;
        private List<Long> dimensions = new ArrayList<>();

        Optional<OnnxSignature> signature() {
            inputs.keySet().removeAll(weights);
            return inputs.isEmpty() || outputs.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new OnnxSignature(inputs, outputs, inner, beforeLastDense));
        }

        void model(int field, ProtobufFields fields) throws IOException {
            if (field == 7) {
                fields.nested(this::graph);
            }
        }

        private void graph(int field, ProtobufFields fields) throws IOException {
            switch (field) {
                case 1 -> node(fields);
                case 5 -> fields.nested(this::weight);
                case 11 -> value(fields, inputs);
                case 12 -> value(fields, outputs);
                default -> {}
            }
        }

        private void node(ProtobufFields fields) throws IOException {
            List<String> from = new ArrayList<>();
            StringBuilder operator = new StringBuilder();
            fields.nested((field, node) -> {
                switch (field) {
                    case 1 -> from.add(node.text());
                    case 2 -> inner.add(node.text());
                    case 4 -> operator.append(node.text());
                    default -> {}
                }
            });
            if (DENSE.contains(operator.toString()) && !from.isEmpty()) {
                beforeLastDense = from.get(0);
            }
        }

        private void weight(int field, ProtobufFields fields) throws IOException {
            if (field == 8) {
                weights.add(fields.text());
            }
        }

        private void value(ProtobufFields fields, Map<String, Tensor> values) throws IOException {
            name = "";
            elementType = 0;
            dimensions = new ArrayList<>();
            fields.nested((field, value) -> {
                if (field == 1) {
                    name = value.text();
                } else if (field == 2) {
                    value.nested(this::type);
                }
            });
            values.put(name, new Tensor(elementType, List.copyOf(dimensions)));
        }

        private void type(int field, ProtobufFields fields) throws IOException {
            if (field == 1) {
                fields.nested(this::tensorType);
            }
        }

        private void tensorType(int field, ProtobufFields fields) throws IOException {
            if (field == 1) {
                elementType = fields.varint();
            } else if (field == 2) {
                fields.nested(this::shape);
            }
        }

        private void shape(int field, ProtobufFields fields) throws IOException {
            if (field == 1) {
                dimensions.add(FREE);
                fields.nested((part, size) -> {
                    if (part == 1) {
                        dimensions.set(dimensions.size() - 1, size.varint());
                    }
                });
            }
        }
    }
}
