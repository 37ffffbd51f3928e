package dev.fruits.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fruits.cli.command.CommandContext;
import dev.fruits.cli.compose.Adapters;
import dev.fruits.cli.option.PipelineFile;
import dev.fruits.cli.option.RunOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

/** Every help text of every command. */
class HelpTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern SENTENCES = Pattern.compile("(?s)\\p{Lu}.*[.)]");
    private static final Pattern YAML = Pattern.compile("(?ms)^```yaml\\n(.*?)^```");

    @TempDir
    Path folder;

    /** All commands. */
    static Stream<CommandLine> commands() {
        StringWriter nowhere = new StringWriter();
        CommandContext context = new CommandContext(
                new PrintWriter(nowhere),
                new PrintWriter(nowhere),
                false,
                new StoppedClock(),
                time -> {},
                Map.of(),
                Adapters::onClassPath);
        return below(new CommandLineProgram(context).commands());
    }

    private static Stream<CommandLine> below(CommandLine command) {
        return Stream.concat(
                Stream.of(command), command.getSubcommands().values().stream().flatMap(HelpTest::below));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void every_description_is_whole_sentences(CommandLine command) {
        List<String> texts = new ArrayList<>(
                Arrays.asList(command.getCommandSpec().usageMessage().description()));
        Stream.<ArgSpec>concat(
                        command.getCommandSpec().options().stream(),
                        command.getCommandSpec().positionalParameters().stream())
                .forEach(option -> texts.addAll(Arrays.asList(option.description())));
        assertThat(texts).isNotEmpty().allSatisfy(text -> assertThat(text).matches(SENTENCES));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void help_fits_its_width_and_names_the_program_as_it_is_typed(CommandLine command) {
        String help = command.getUsageMessage();
        assertThat(help).startsWith("Usage: ./fruits").doesNotContainPattern("(?<![./\\w-])fruits (run|emr|models)");
        assertThat(help.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "init"})
    void every_key_of_a_pipeline_file_is_an_option_with_the_same_help(String name) {
        CommandLine command = commands()
                .filter(each -> each.getCommandName().equals(name))
                .findFirst()
                .orElseThrow();
        assertThat(RunOptions.PIPELINE)
                .filteredOn(option -> !option.name().equals("residency")) // init has another default
                .allSatisfy(option -> assertThat(command.getCommandSpec()
                                .findOption(option.flagName())
                                .description())
                        .containsExactly(option.describe()));
        assertThat(command.getCommandSpec().findOption("--residency")).isNotNull();
    }

    @Test
    void every_pipeline_file_in_help_can_be_read() throws IOException {
        List<String> examples = commands()
                .map(CommandLine::getUsageMessage)
                .filter(help -> help.contains("Pipeline file\n"))
                .map(help -> help.split("Pipeline file\n", -1)[1].split("\n\n", -1)[0].stripIndent())
                .toList();
        assertThat(examples).isNotEmpty();
        for (String example : examples) {
            assertReadable(example);
        }
    }

    @Test
    void every_pipeline_file_in_the_documentation_can_be_read() throws IOException {
        List<String> examples = new ArrayList<>();
        try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
            for (Path file : Stream.concat(Stream.of(ROOT.resolve("README.md")), files)
                    .filter(file -> file.toString().endsWith(".md"))
                    .toList()) {
                Matcher blocks = YAML.matcher(Files.readString(file));
                while (blocks.find()) {
                    examples.add(blocks.group(1));
                }
            }
        }
        assertThat(examples).isNotEmpty();
        for (String example : examples) {
            assertReadable(example);
        }
    }

    private void assertReadable(String example) throws IOException {
        Path file = Files.writeString(folder.resolve("example.yaml"), example);
        assertThat(PipelineFile.read(example, file, Map.of()).toString()).contains("images=", "out=");
    }
}
