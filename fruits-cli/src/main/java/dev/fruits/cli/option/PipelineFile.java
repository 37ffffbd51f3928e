package dev.fruits.cli.option;

import dev.fruits.cli.yaml.KeyReader;
import dev.fruits.cli.yaml.StrictYaml;
import dev.fruits.core.WrongUseException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;

/**
 * A file with the options of a run; the key of each is part of its definition. Relative paths are relative to the
 * current folder, as they are in options.
 *
 * <pre>{@code
 * source:  { images: photos/Test, per-label: 10, seed: 42 }
 * extract: { model: mobilenet_v2, batch: 16, threads: 4 }
 * reduce:  { pca: { variance: 0.95 }, reducer: commons-math }
 * sink:    { parquet: results }
 * engine:  local
 * store:   { region: eu-west-3, encryption: sse-kms }
 * residency: eu
 * }</pre>
 */
public final class PipelineFile {
    private static final Map<String, CommandOption<?>> BY_PATH =
            RunOptions.PIPELINE.stream().collect(Collectors.toUnmodifiableMap(PipelineFile::path, option -> option));

    private static final List<String> PATHS =
            RunOptions.PIPELINE.stream().map(PipelineFile::path).toList();

    private PipelineFile() {}

    private static String path(CommandOption<?> option) {
        return Objects.requireNonNull(option.key(), () -> option + " has no key");
    }

    /**
     * Reads a file.
     *
     * @param name what messages call it
     * @param environment variables that replace their names
     * @throws WrongUseException if there is no such file, or something in it cannot be used; the message names the line
     * @throws IOException if reading fails
     */
    public static OptionValues read(String name, Path file, Map<String, String> environment) throws IOException {
        Reader reader = new Reader();
        new StrictYaml(environment).read(name, file, reader);
        try {
            StoreOptions.settings(reader.values);
        } catch (WrongUseException e) {
            throw new WrongUseException(name + ": " + e.getMessage(), e);
        }
        return reader.values;
    }

    private static final class Reader implements KeyReader {
        private OptionValues values = OptionValues.NONE;

        @Override
        public List<String> paths() {
            return PATHS;
        }

        /** Unless all its keys share one slot. */
        @Override
        public boolean mayBeEmpty(String section) {
            return RunOptions.PIPELINE.stream()
                            .filter(option -> section.isEmpty() || path(option).startsWith(section + "."))
                            .map(CommandOption::slot)
                            .distinct()
                            .count()
                    != 1;
        }

        @Override
        public void take(String path, String text) {
            CommandOption<?> option = Objects.requireNonNull(BY_PATH.get(path));
            values = values.read(option, path.substring(path.lastIndexOf('.') + 1), text);
        }
    }

    /** The text of a file with these values; what is no part of a pipeline file is left out. */
    public static String text(OptionValues values) {
        StringBuilder text = new StringBuilder(
                "# A pipeline: ./fruits run FILE. Each key is also an option of the command, which overrides it.\n");
        String section = "";
        for (CommandOption<?> option : RunOptions.PIPELINE) {
            if (values.has(option)) {
                section = appendSections(text, section, path(option));
                append(text, option, values);
            }
        }
        return text.toString();
    }

    /** Opens the sections that are not open yet. */
    private static String appendSections(StringBuilder text, String open, String path) {
        String sections = path.contains(".") ? path.substring(0, path.lastIndexOf('.')) : "";
        String[] parts = sections.isEmpty() ? new String[0] : sections.split("\\.", -1);
        String at = "";
        for (int depth = 0; depth < parts.length; depth++) {
            at = depth == 0 ? parts[0] : at + "." + parts[depth];
            if (!(open + ".").startsWith(at + ".")) {
                text.append(depth == 0 ? "\n" : "")
                        .append("  ".repeat(depth))
                        .append(parts[depth])
                        .append(":\n");
            }
        }
        text.append(parts.length == 0 ? "\n" : "");
        return sections;
    }

    private static <T> void append(StringBuilder text, CommandOption<T> option, OptionValues values) {
        String path = path(option);
        String indent = "  ".repeat((int) path.chars().filter(c -> c == '.').count());
        Object value = Objects.requireNonNull(values.get(option));
        text.append(indent).append("# ").append(option.describe()).append('\n');
        text.append(indent)
                .append(path.substring(path.lastIndexOf('.') + 1))
                .append(": ")
                .append(scalar(value));
    }

    /** A text that looks like a number is quoted, and no variable of the environment is meant. */
    private static String scalar(Object value) {
        Object literal = value instanceof String text ? text.replace("${", "$${") : value;
        return new Dump(DumpSettings.builder().setWidth(Integer.MAX_VALUE).build()).dumpToString(literal);
    }
}
