package dev.fruits.djl;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts in an ONNX file what stands before a tensor. */
final class OnnxFigures {
    private static final Set<String> WITH_WEIGHTS = Set.of("Conv", "Gemm", "MatMul");

    private final Map<String, NodeProto> sources = new HashMap<>();
    private final Map<String, Long> weights = new HashMap<>();
    private final Map<String, Integer> depths = new HashMap<>();

    OnnxFigures(Path file) throws IOException {
        GraphProto graph;
        try (InputStream in = Files.newInputStream(file)) {
            graph = ModelProto.parseFrom(in).getGraph();
        }
        graph.getNodeList().forEach(node -> node.getOutputList().forEach(output -> sources.put(output, node)));
        graph.getInitializerList().forEach(tensor -> weights.put(tensor.getName(), count(tensor)));
    }

    private static long count(TensorProto tensor) {
        return tensor.getDimsList().stream().reduce(1L, (a, b) -> a * b);
    }

    /** Layers with weights on the longest path to a tensor. */
    int depth(String tensor) {
        NodeProto node = sources.get(tensor);
        if (node == null) {
            return 0;
        }
        Integer known = depths.get(tensor);
        if (known == null) {
            int before =
                    node.getInputList().stream().mapToInt(this::depth).max().orElse(0);
            known = before + (WITH_WEIGHTS.contains(node.getOpType()) ? 1 : 0);
            depths.put(tensor, known);
        }
        return known;
    }

    /** Weights of the layers that a tensor depends on. */
    long parameters(String tensor) {
        Set<String> counted = new HashSet<>();
        visit(tensor, new HashSet<>(), counted);
        return counted.stream()
                .mapToLong(name -> weights.getOrDefault(name, 0L))
                .sum();
    }

    private void visit(String tensor, Set<String> seen, Set<String> counted) {
        NodeProto node = sources.get(tensor);
        if (node == null || !seen.add(tensor)) {
            return;
        }
        List<String> inputs = node.getInputList();
        if (WITH_WEIGHTS.contains(node.getOpType())) {
            counted.addAll(inputs.subList(1, inputs.size()));
        }
        inputs.forEach(input -> visit(input, seen, counted));
    }
}
