package dev.fruits.cli.yaml;

import dev.fruits.core.WrongUseException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads a YAML file into a record. The key of a component is its name in kebab case; a component marked
 * {@code @Nullable} may be left out, every other one must be there. Values may hold <code>${NAME}</code> or
 * <code>${NAME:-default}</code> of the environment.
 */
public final class StrictYaml {
    private static final int MAX_BYTES = 1 << 20;

    private final Map<String, String> environment;

    public StrictYaml(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /**
     * Reads {@code file}.
     *
     * @param name what messages call it
     * @throws WrongUseException if the file is missing, is not YAML, or does not fit {@code type}: an unknown, missing
     *     or repeated key, a value of the wrong type; the message is {@code file:line:column: what}
     * @throws IOException if the file cannot be read
     */
    public <R extends Record> R read(String name, Path file, Class<R> type) throws IOException {
        String text = text(name, file);
        try {
            Node root = new Compose(settings(name))
                    .composeString(text)
                    .orElseThrow(() -> new WrongUseException(name + ": is empty"));
            return new NodeBinder(name, new Variables(environment)).document(root, type);
        } catch (MarkedYamlEngineException e) {
            throw new WrongUseException(Place.of(name, e.getProblemMark()) + ": " + e.getProblem(), e);
        } catch (YamlEngineException e) {
            throw new WrongUseException(name + ": is not YAML that can be read: " + e.getMessage(), e);
        }
    }

    private static LoadSettings settings(String name) {
        return LoadSettings.builder()
                .setLabel(name)
                .setMaxAliasesForCollections(20)
                .setCodePointLimit(MAX_BYTES)
                .build();
    }

    private static String text(String name, Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new WrongUseException(name + ": is a folder; give a YAML file");
        }
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new WrongUseException(name + ": is larger than 1 MiB; is it a YAML file?");
            }
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new WrongUseException(name + ": no such file; check the path", e);
        } catch (CharacterCodingException e) {
            throw new WrongUseException(name + ": is not UTF-8 text", e);
        }
    }
}
