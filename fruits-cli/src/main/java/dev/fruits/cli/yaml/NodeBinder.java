package dev.fruits.cli.yaml;

import dev.fruits.core.WrongUseException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Binds the nodes of one file to records. */
final class NodeBinder {
    private final String file;
    private final Variables variables;

    NodeBinder(String file, Variables variables) {
        this.file = file;
        this.variables = variables;
    }

    <R extends Record> R document(Node root, Class<R> type) {
        return type.cast(record(root, type, "the file"));
    }

    private Record record(Node node, Class<?> type, String key) {
        if (!(node instanceof MappingNode mapping)) {
            throw wrong(
                    node,
                    quoted(key) + " must be a mapping of "
                            + String.join(", ", components(type).keySet()));
        }
        Map<String, RecordComponent> known = components(type);
        Map<String, Node> given = given(mapping, known, key);
        Object[] values = known.entrySet().stream()
                .map(entry -> component(mapping, entry.getValue(), entry.getKey(), given.get(entry.getKey()), key))
                .toArray();
        return construct(node, type, values);
    }

    private static Map<String, RecordComponent> components(Class<?> type) {
        Map<String, RecordComponent> components = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            components.put(Keys.kebab(component.getName()), component);
        }
        return components;
    }

    private Map<String, Node> given(MappingNode mapping, Map<String, RecordComponent> known, String parent) {
        Map<String, Node> given = new LinkedHashMap<>();
        for (NodeTuple entry : mapping.getValue()) {
            Node keyNode = entry.getKeyNode();
            String key = ((ScalarNode) keyNode).getValue(); // the parser refuses other keys
            if (!known.containsKey(key)) {
                throw wrong(
                        keyNode,
                        "unknown key '" + key + "' in " + quoted(parent) + "; " + Keys.suggestion(key, known.keySet()));
            }
            if (given.put(key, entry.getValueNode()) != null) {
                throw wrong(keyNode, "key '" + key + "' is given twice in " + quoted(parent));
            }
        }
        return given;
    }

    private @Nullable Object component(
            MappingNode mapping, RecordComponent component, String key, @Nullable Node value, String parent) {
        if (value != null) {
            return value(value, component.getType(), key);
        }
        if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            return null;
        }
        throw wrong(mapping, "key '" + key + "' is missing in " + quoted(parent));
    }

    private Object value(Node node, Class<?> type, String key) {
        if (node.getTag().equals(Tag.NULL)) {
            throw wrong(node, "'" + key + "' has no value; give one or leave the key out");
        }
        if (type.isRecord()) {
            return record(node, type, key);
        }
        if (!(node instanceof ScalarNode scalar)) {
            throw wrong(node, "'" + key + "' must be a single value");
        }
        return scalar(scalar, type, key);
    }

    private Object scalar(ScalarNode node, Class<?> type, String key) {
        String text;
        try {
            text = variables.putInto(node.getValue());
        } catch (IllegalArgumentException e) {
            throw wrong(node, String.valueOf(e.getMessage()));
        }
        try {
            return Scalars.read(text, type);
        } catch (IllegalArgumentException e) {
            throw wrong(node, "'" + key + "' " + e.getMessage());
        }
    }

    private Record construct(Node node, Class<?> type, Object[] values) {
        Class<?>[] signature = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            var constructor = type.getDeclaredConstructor(signature);
            constructor.setAccessible(true);
            return (Record) constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw wrong(node, String.valueOf(e.getTargetException().getMessage()));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be made", e);
        }
    }

    private static String quoted(String key) {
        return key.equals("the file") ? key : "'" + key + "'";
    }

    private WrongUseException wrong(Node node, String what) {
        return new WrongUseException(Place.of(file, node.getStartMark()) + ": " + what);
    }
}
