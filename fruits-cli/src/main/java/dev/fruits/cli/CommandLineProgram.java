package dev.fruits.cli;

import dev.fruits.cli.command.CommandContext;
import dev.fruits.cli.command.CommandParser;
import dev.fruits.cli.console.Failure;
import dev.fruits.cli.emr.EmrCommand;
import dev.fruits.core.Spelling;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.UnmatchedArgumentException;

/** All commands, and the one place where their failures end. */
final class CommandLineProgram {
    /** As users type it in a checkout. */
    private static final String LAUNCHER = "./";

    private static final int WIDEST_HELP = 100;
    private static final int NARROWEST_HELP = 55;

    private static final String SUMMARY =
            "Extracts CNN features of labelled images, fits principal components and classifies fruits.";

    private static final String FOOTER = """

            Examples
              ./fruits demo                                                 try everything on drawn images
              ./fruits models                                               list the available CNNs
              ./fruits run --images photos --out out                        process a folder of images
              ./fruits init pipeline.yaml                                   write a pipeline file to edit
              ./fruits run pipeline.yaml --out out2                         run a pipeline file
              ./fruits evaluate --train photos/Training --test photos/Test  measure the accuracy
              ./fruits predict --classifier fruits-evaluation/classifier photo.jpg
              ./fruits diff out out2                                        compare two runs
              ./fruits emr plan pipeline.yaml --region eu-west-3            estimate the cost on Amazon EMR
              source <(./fruits generate-completion)                        completion in bash and zsh

            './fruits help COMMAND' describes a command and its options.
            Exit codes: 0 done, 1 the run failed, 2 wrong use, 130 interrupted by Ctrl-C.""";

    private final CommandContext context;
    private final CommandLine commands;

    CommandLineProgram(CommandContext context) {
        this.context = context;
        this.commands = CommandParser.group("fruits", SUMMARY, FOOTER)
                .addSubcommand(CommandParser.of(DemoCommand.HELP, DemoCommand::new, context))
                .addSubcommand(CommandParser.of(InitCommand.HELP, InitCommand::new, context))
                .addSubcommand(CommandParser.of(RunCommand.HELP, RunCommand::new, context))
                .addSubcommand(CommandParser.of(EvaluateCommand.HELP, EvaluateCommand::new, context))
                .addSubcommand(CommandParser.of(CompareCommand.HELP, CompareCommand::new, context))
                .addSubcommand(CommandParser.of(PredictCommand.HELP, PredictCommand::new, context))
                .addSubcommand(CommandParser.of(DiffCommand.HELP, DiffCommand::new, context))
                .addSubcommand(CommandParser.of(TrainCommand.HELP, TrainCommand::new, context))
                .addSubcommand(CommandParser.of(ModelsCommand.HELP, ModelsCommand::new, context))
                .addSubcommand(EmrCommand.of(context))
                .addSubcommand(completion())
                .setOut(context.out())
                .setErr(context.err())
                .setUsageHelpWidth(helpWidth())
                .setParameterExceptionHandler((wrong, args) -> wrongUse(wrong))
                .setExecutionStrategy(this::execute);
        addLauncher(commands);
    }

    private static CommandLine completion() {
        CommandLine completion = new CommandLine(new GenerateCompletion());
        completion
                .getCommandSpec()
                .usageMessage()
                .description("Prints a completion script for bash and zsh.")
                .footer("", "Example", "  source <(./fruits generate-completion)");
        return completion;
    }

    /** Help names the program as it is typed; its name without the folder is that of the completion script. */
    private static void addLauncher(CommandLine command) {
        String synopsis = command.getHelp().synopsis(0).strip();
        command.getCommandSpec().usageMessage().customSynopsis(LAUNCHER + synopsis.replace("%", "%%"));
        command.getSubcommands().values().forEach(CommandLineProgram::addLauncher);
    }

    private int helpWidth() {
        String columns = context.environment().getOrDefault("COLUMNS", "");
        int width = columns.matches("\\d{1,4}") ? Integer.parseInt(columns) : WIDEST_HELP;
        return Math.max(NARROWEST_HELP, Math.min(WIDEST_HELP, width));
    }

    CommandLine commands() {
        return commands;
    }

    /** The exit code: 0 done, 1 the run failed, 2 wrong use. */
    int run(String... args) {
        int code = commands.execute(asked(args));
        context.out().flush();
        context.err().flush();
        return code;
    }

    /** {@code help run} is {@code run --help}. */
    private static String[] asked(String... args) {
        if (args.length == 0 || !args[0].equals("help")) {
            return args;
        }
        String[] asked = Arrays.copyOfRange(args, 1, args.length + 1);
        asked[args.length - 1] = "--help";
        return asked;
    }

    @SuppressWarnings("CatchingUnchecked") // an error of the machine ends in one line, too
    private int execute(ParseResult parsed) {
        try {
            return new RunLast().execute(parsed);
        } catch (ParameterException noCommand) {
            noCommand.getCommandLine().usage(context.err());
            return Failure.WRONG_USE;
        } catch (ExecutionException failed) {
            return Failure.report(
                    Objects.requireNonNullElse(failed.getCause(), failed), context.err(), isVerbose(parsed));
        } catch (Throwable thrown) {
            return Failure.report(thrown, context.err(), isVerbose(parsed));
        }
    }

    private static boolean isVerbose(ParseResult parsed) {
        ParseResult command = parsed;
        while (command.hasSubcommand()) {
            command = command.subcommand();
        }
        return command.hasMatchedOption("--verbose");
    }

    private int wrongUse(ParameterException wrong) {
        String command = LAUNCHER + wrong.getCommandLine().getCommandSpec().qualifiedName();
        Failure failure = new Failure(Failure.WRONG_USE, problem(wrong) + "; see '" + command + " --help'");
        context.err().println("fruits: " + failure.line());
        return failure.exitCode();
    }

    private static String problem(ParameterException wrong) {
        Set<String> commands = wrong.getCommandLine().getSubcommands().keySet();
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            String word = unmatched.getUnmatched().get(0);
            if (!word.startsWith("-") && !commands.isEmpty()) {
                return "unknown command '" + word + "'"
                        + Spelling.closest(word, commands)
                                .map(near -> "; did you mean '" + near + "'?")
                                .orElseGet(() -> "; commands: " + String.join(", ", commands));
            }
            return decapitalised(wrong) + suggestion(unmatched.getSuggestions());
        }
        return decapitalised(wrong);
    }

    private static String decapitalised(ParameterException wrong) {
        String text = String.valueOf(wrong.getMessage()).replaceFirst("^Error: ", "");
        return text.isEmpty() ? text : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }

    private static String suggestion(List<String> near) {
        return near.isEmpty() ? "" : near.stream().limit(3).collect(Collectors.joining(" or ", "; did you mean ", "?"));
    }
}
