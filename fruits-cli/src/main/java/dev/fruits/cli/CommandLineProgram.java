package dev.fruits.cli;

import dev.fruits.cli.compose.Adapters;
import dev.fruits.cli.console.Failure;
import dev.fruits.cli.emr.EmrCommand;
import dev.fruits.core.Spelling;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** All commands, and what their failures look like. */
final class CommandLineProgram {
    private static final int HELP_WIDTH = 100;

    private final Surroundings surroundings;
    private final CommandLine commands;

    CommandLineProgram(Surroundings surroundings, Supplier<Adapters> adapters) {
        this.surroundings = surroundings;
        this.commands = new CommandLine(new FruitsCommand())
                .addSubcommand(new DemoCommand(surroundings, adapters))
                .addSubcommand(new InitCommand(surroundings))
                .addSubcommand(new RunCommand(surroundings, adapters))
                .addSubcommand(new EvaluateCommand(surroundings, adapters))
                .addSubcommand(new CompareCommand(surroundings, adapters))
                .addSubcommand(new PredictCommand(surroundings, adapters))
                .addSubcommand(new DiffCommand(surroundings, adapters))
                .addSubcommand(new TrainCommand(surroundings, adapters))
                .addSubcommand(new ModelsCommand(surroundings, adapters))
                .addSubcommand(EmrCommand.of(surroundings, adapters))
                .addSubcommand(new GenerateCompletion())
                .setOut(surroundings.out())
                .setErr(surroundings.err())
                .setUsageHelpWidth(HELP_WIDTH)
                .setParameterExceptionHandler((wrong, args) -> wrongUse(wrong))
                .setExecutionExceptionHandler(
                        (failed, command, parsed) -> Failure.report(failed, surroundings.err(), false));
    }

    /** The exit code: 0 done, 1 the run failed, 2 wrong use. */
    int run(String... args) {
        int code = commands.execute(args);
        surroundings.out().flush();
        surroundings.err().flush();
        return code;
    }

    private int wrongUse(ParameterException wrong) {
        String what = String.valueOf(wrong.getMessage()).replaceFirst("^Error: ", "");
        String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
        Failure failure = new Failure(
                Failure.WRONG_USE, decapitalised(what) + suggestion(wrong) + "; see '" + command + " --help'");
        surroundings.err().println("fruits: " + failure.line());
        return failure.exitCode();
    }

    private static String decapitalised(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }

    private static String suggestion(ParameterException wrong) {
        if (!(wrong instanceof UnmatchedArgumentException unmatched)) {
            return "";
        }
        Set<String> known = wrong.getCommandLine().getSubcommands().keySet();
        if (!known.isEmpty()) {
            return Spelling.closest(unmatched.getUnmatched().get(0), known)
                    .map(command -> "; did you mean " + command + "?")
                    .orElseGet(() -> "; commands: " + String.join(", ", known));
        }
        List<String> near = unmatched.getSuggestions();
        return near.isEmpty() ? "" : near.stream().limit(3).collect(Collectors.joining(" or ", "; did you mean ", "?"));
    }
}
