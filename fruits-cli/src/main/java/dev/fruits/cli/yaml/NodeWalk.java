package dev.fruits.cli.yaml;

import dev.fruits.core.Spelling;
import dev.fruits.core.WrongUseException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Walks through the nodes of one file and hands their values to a {@link KeyReader}. */
final class NodeWalk {
    private static final String ROOT = "";

    private final String file;
    private final Variables variables;
    private final KeyReader reader;

    NodeWalk(String file, Variables variables, KeyReader reader) {
        this.file = file;
        this.variables = variables;
        this.reader = reader;
    }

    void document(Node root) {
        section(root, ROOT);
    }

    private void section(Node node, String path) {
        Set<String> known = keysOf(path);
        if (!(node instanceof MappingNode mapping)) {
            throw wrong(node, quoted(path) + " must be a mapping of " + String.join(", ", known));
        }
        if (mapping.getValue().isEmpty() && !reader.mayBeEmpty(path)) {
            throw wrong(
                    node,
                    quoted(path) + " is empty; give "
                            + known.stream().map(key -> "'" + key + "'").collect(Collectors.joining(" or ")));
        }
        requireKnown(mapping, known, path);
        for (NodeTuple entry : mapping.getValue()) {
            String key = key(entry);
            value(entry.getValueNode(), path.isEmpty() ? key : path + "." + key);
        }
    }

    private void requireKnown(MappingNode mapping, Set<String> known, String path) {
        Set<String> given = new HashSet<>();
        String before = "";
        for (NodeTuple entry : mapping.getValue()) {
            String key = key(entry);
            if (!known.contains(key)) {
                String what = "unknown key '" + key + "' in " + quoted(path) + "; ";
                throw wrong(entry.getKeyNode(), what + suggestion(key, known, before));
            }
            if (!given.add(key)) {
                throw wrong(entry.getKeyNode(), "key '" + key + "' is given twice in " + quoted(path));
            }
            before = entry.getValueNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
        }
    }

    private static String key(NodeTuple entry) {
        return ((ScalarNode) entry.getKeyNode()).getValue(); // the parser refuses other keys
    }

    /** {@code before} is the value before the key: a decimal comma in a flow mapping ends it. */
    private static String suggestion(String key, Set<String> known, String before) {
        if (key.matches("\\d+") && before.matches("[+-]?\\d+")) {
            return "write a decimal point: " + before + "." + key;
        }
        return Spelling.closest(key, known)
                .map(near -> "did you mean '" + near + "'?")
                .orElseGet(() -> "known keys: " + String.join(", ", known));
    }

    private Set<String> keysOf(String section) {
        String prefix = section.isEmpty() ? "" : section + ".";
        return reader.paths().stream()
                .filter(path -> path.startsWith(prefix))
                .map(path -> path.substring(prefix.length()).replaceFirst("\\..*", ""))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void value(Node node, String path) {
        if (node.getTag().equals(Tag.NULL)) {
            throw wrong(node, quoted(path) + " has no value; give one or remove the key");
        }
        if (!reader.paths().contains(path)) {
            section(node, path);
        } else if (node instanceof ScalarNode scalar) {
            take(scalar, path);
        } else {
            throw wrong(node, quoted(path) + " must be a single value");
        }
    }

    private void take(ScalarNode node, String path) {
        try {
            reader.take(path, variables.putInto(node.getValue()));
        } catch (IllegalArgumentException | WrongUseException e) {
            throw wrong(node, String.valueOf(e.getMessage()));
        }
    }

    private static String quoted(String path) {
        return path.isEmpty() ? "the file" : "'" + path.substring(path.lastIndexOf('.') + 1) + "'";
    }

    private WrongUseException wrong(Node node, String what) {
        return new WrongUseException(StrictYaml.place(file, node.getStartMark()) + ": " + what);
    }
}
