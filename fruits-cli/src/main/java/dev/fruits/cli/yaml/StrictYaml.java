package dev.fruits.cli.yaml;

import dev.fruits.core.WrongUseException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads a YAML file strictly: an unknown or repeated key and a value of the wrong type are errors. Values may hold
 * <code>${NAME}</code> or <code>${NAME:-default}</code> of the environment.
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
     * @throws WrongUseException if the file is missing, is not YAML, or holds what {@code reader} does not take; the
     *     message is {@code file:line:column: what}
     * @throws IOException if the file cannot be read
     */
    public void read(String name, Path file, KeyReader reader) throws IOException {
        String text = text(name, file);
        try {
            Node root = new Compose(settings(name))
                    .composeString(text)
                    .orElseThrow(() -> new WrongUseException(name + ": is empty"));
            new NodeWalk(name, new Variables(environment), reader).document(root);
        } catch (MarkedYamlEngineException e) {
            throw new WrongUseException(place(name, e.getProblemMark()) + ": " + problem(e), e);
        } catch (YamlEngineException e) {
            throw new WrongUseException(name + ": is not YAML that can be read: " + e.getMessage(), e);
        }
    }

    /** {@code file:line:column}, counted from 1 as editors do. */
    @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // the parser returns it
    static String place(String file, Optional<Mark> mark) {
        return mark.map(m -> file + ":" + (m.getLine() + 1) + ":" + (m.getColumn() + 1))
                .orElse(file);
    }

    /** With the remedy for what people write most often. */
    private static String problem(MarkedYamlEngineException e) {
        String problem = e.getProblem();
        if (problem.contains("hexadecimal") || problem.contains("unknown escape")) {
            return "a backslash in double quotes begins an escape; use single quotes, or / in paths";
        }
        if (problem.contains("but got {")) {
            return "a value that holds ${...} inside { } needs double quotes (" + problem + ")";
        }
        return problem;
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
            throw new WrongUseException(
                    name + ": is a folder; give a YAML file, or pass the images with --images " + name);
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
