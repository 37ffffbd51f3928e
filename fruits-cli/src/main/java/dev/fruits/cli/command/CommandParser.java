package dev.fruits.cli.command;

import dev.fruits.cli.command.CommandHelp.Argument;
import dev.fruits.cli.option.CommandOption;
import dev.fruits.cli.option.OptionValues;
import dev.fruits.core.run.Manifest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParseResult;

/** Makes picocli's commands of ours. */
public final class CommandParser {
    private static final String VERSION = "-V, --version";

    private final Function<Invocation, Command> factory;
    private final CommandContext context;
    private final CommandHelp help;
    private final CommandSpec spec;

    private CommandParser(CommandHelp help, Function<Invocation, Command> factory, CommandContext context) {
        this.factory = factory;
        this.context = context;
        this.help = help;
        this.spec =
                CommandSpec.wrapWithoutInspection((Callable<Integer>) this::run).name(help.name());
    }

    /** A command to be added to the program. */
    public static CommandLine of(CommandHelp help, Function<Invocation, Command> factory, CommandContext context) {
        CommandParser parser = new CommandParser(help, factory, context);
        parser.help.arguments().forEach(parser::add);
        parser.help.options().forEach(parser::add);
        parser.spec.mixinStandardHelpOptions(true).versionProvider(CommandParser::version);
        parser.describe();
        return new CommandLine(parser.spec);
    }

    /** A command that only holds others. */
    public static CommandLine group(String name, String summary, String footer) {
        CommandSpec spec =
                CommandSpec.create().name(name).mixinStandardHelpOptions(true).versionProvider(CommandParser::version);
        spec.usageMessage()
                .description(literal(summary))
                .synopsisSubcommandLabel("COMMAND")
                .descriptionHeading("%n")
                .optionListHeading("%nOptions%n")
                .commandListHeading("%nCommands%n")
                .footer(literal(footer).lines().toArray(String[]::new));
        return new CommandLine(spec);
    }

    /** {@code fruits 0.1.0 (Java 17.0.15, Linux amd64)}. */
    private static String[] version() {
        return new String[] {
            "fruits " + Manifest.version() + " (Java " + System.getProperty("java.version") + ", "
                    + System.getProperty("os.name") + " " + System.getProperty("os.arch") + ")"
        };
    }

    private int run() throws Exception {
        ParseResult parsed = spec.commandLine().getParseResult();
        OptionValues values = OptionValues.NONE;
        for (CommandOption<?> option : help.options()) {
            if (parsed.hasMatchedOption(option.flagName())) {
                List<String> texts = parsed.matchedOption(option.flagName()).stringValues();
                values = values.read(option, option.name(), option.isFlag() ? "true" : String.join("\n", texts));
            }
        }
        List<String> arguments = new ArrayList<>();
        parsed.matchedPositionals().forEach(positional -> arguments.addAll(positional.stringValues()));
        return factory.apply(new Invocation(values, arguments, context)).run();
    }

    private void add(Argument argument) {
        boolean several = argument.arity().endsWith("*");
        spec.addPositional(PositionalParamSpec.builder()
                .index(spec.positionalParameters().size() + (several ? "..*" : ""))
                .arity(argument.arity())
                .required(argument.arity().startsWith("1"))
                .paramLabel(argument.label())
                .type(several ? List.class : String.class)
                .auxiliaryTypes(String.class)
                .description(literal(argument.help()))
                .build());
    }

    private void add(CommandOption<?> option) {
        OptionSpec.Builder builder = OptionSpec.builder(option.flagName())
                .description(literal(option.describe()))
                .required(option.isRequired());
        spec.addOption(
                option.isFlag()
                        ? builder.type(boolean.class).arity("0").build()
                        : builder.type(option.isRepeatable() ? List.class : String.class)
                                .auxiliaryTypes(String.class)
                                .arity("1")
                                .paramLabel(option.label())
                                .completionCandidates(() -> new ArrayList<>(option.candidates()).iterator())
                                .build());
    }

    private void describe() {
        UsageMessageSpec usage = spec.usageMessage();
        usage.description(Stream.of(help.summary(), help.details())
                .filter(text -> !text.isEmpty())
                .map(CommandParser::literal)
                .toArray(String[]::new));
        usage.descriptionHeading("%n")
                .parameterListHeading("%n")
                .sortOptions(false)
                .abbreviateSynopsis(true);
        usage.footer(("\n" + help.footer().stripTrailing())
                .lines()
                .map(CommandParser::literal)
                .toArray(String[]::new));
        usage.sectionMap().put(UsageMessageSpec.SECTION_KEY_PARAMETER_LIST, this::argumentList);
        usage.sectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, this::optionList);
    }

    private String argumentList(Help shown) {
        List<HelpTable.Row> rows = help.arguments().stream()
                .map(argument -> new HelpTable.Row(argument.label(), argument.help()))
                .toList();
        return rows.isEmpty() ? "" : new HelpTable(names(), spec.usageMessage().width()).text(rows);
    }

    /** The options below the headings of their groups, those without a group first. */
    private String optionList(Help shown) {
        Map<String, List<HelpTable.Row>> groups = new LinkedHashMap<>();
        groups.put("", new ArrayList<>());
        help.options()
                .forEach(option -> groups.computeIfAbsent(option.group(), heading -> new ArrayList<>())
                        .add(new HelpTable.Row(option.usage(), option.describe())));
        groups.computeIfAbsent("Help", heading -> new ArrayList<>())
                .addAll(List.of(
                        new HelpTable.Row("-h, --help", "Show this help."),
                        new HelpTable.Row(VERSION, "Show the version.")));
        HelpTable table = new HelpTable(names(), spec.usageMessage().width());
        StringBuilder text = new StringBuilder();
        groups.forEach((heading, rows) -> {
            if (!rows.isEmpty()) {
                text.append(heading.isEmpty() ? "\n" : "\n" + heading + "\n").append(table.text(rows));
            }
        });
        return text.toString();
    }

    private List<String> names() {
        return Stream.of(
                        help.arguments().stream().map(Argument::label),
                        help.options().stream().map(CommandOption::usage),
                        Stream.of(VERSION))
                .flatMap(names -> names)
                .toList();
    }

    /** picocli would replace format specifiers and variables. */
    private static String literal(String text) {
        return text.replace("%", "%%").replace("${", "$${");
    }
}
