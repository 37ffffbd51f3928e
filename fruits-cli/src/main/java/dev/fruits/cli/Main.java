package dev.fruits.cli;

import dev.fruits.cli.command.CommandContext;
import dev.fruits.cli.compose.Adapters;
import dev.fruits.cli.console.Failure;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.spi.EngineProvider;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;

/** The program {@code fruits}. */
public final class Main {
    /** Set by the launcher: whether standard error is a terminal, which the JDK cannot tell. */
    private static final String TERMINAL = "fruits.terminal";

    private Main() {}

    /**
     * Ends the process: 0 done, 1 the run failed, 2 wrong use.
     *
     * @throws Exception with the exit code, if the launcher of an engine, such as spark-submit, started this process
     */
    public static void main(String[] args) throws Exception {
        CommandContext context = new CommandContext(
                new PrintWriter(System.out, true, charset()),
                new PrintWriter(System.err, true, charset()),
                Boolean.getBoolean(TERMINAL),
                InstantSource.system(),
                time -> Thread.sleep(time.toMillis()),
                System.getenv(),
                Adapters::onClassPath);
        Optional<EngineProvider> launcher = Adapters.launcher();
        int code = exitCode(launcher, context, args);
        if (launcher.isEmpty()) {
            System.exit(code);
        }
        if (code != 0) {
            throw launcher.get().failure(code);
        }
    }

    private static int exitCode(Optional<EngineProvider> launcher, CommandContext context, String[] args) {
        try {
            launcher.ifPresent(EngineProvider::requireCompatible);
        } catch (WrongUseException incompatible) {
            return Failure.report(incompatible, context.err(), false);
        }
        return new CommandLineProgram(context).run(args);
    }

    /** What the terminal reads. */
    private static Charset charset() {
        String encoding = System.getProperty("native.encoding");
        return encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
    }
}
