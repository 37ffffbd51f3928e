package dev.fruits.cli.yaml;

import java.util.List;

/** Takes the values of a YAML file, key by key. A path is sections and key, separated by points. */
public interface KeyReader {
    /** The path of every known key. */
    List<String> paths();

    /** Whether a section may be there without any key. */
    boolean mayBeEmpty(String section);

    /**
     * Takes a value, with its variables replaced.
     *
     * @throws dev.fruits.core.WrongUseException if the value cannot be used; file, line and column are put before it
     */
    void take(String path, String text);
}
