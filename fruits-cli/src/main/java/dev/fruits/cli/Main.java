package dev.fruits.cli;

import dev.fruits.cli.compose.Adapters;
import dev.fruits.cli.console.Failure;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.spi.Host;
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
     * @throws Exception the host's own, which tells it the exit code, where a host started this process
     */
    public static void main(String[] args) throws Exception {
        Surroundings surroundings = new Surroundings(
                new PrintWriter(System.out, true, charset()),
                new PrintWriter(System.err, true, charset()),
                Boolean.getBoolean(TERMINAL),
                InstantSource.system(),
                System.getenv());
        Optional<Host> host = Adapters.host();
        int code = exitCode(host, surroundings, args);
        if (host.isEmpty()) {
            System.exit(code);
        }
        if (code != 0) {
            throw host.get().failure(code);
        }
    }

    private static int exitCode(Optional<Host> host, Surroundings surroundings, String[] args) {
        try {
            host.ifPresent(Host::requireFit);
        } catch (WrongUseException unfit) {
            return Failure.report(unfit, surroundings.err(), false);
        }
        return new CommandLineProgram(surroundings, Adapters::onClassPath).run(args);
    }

    /** What the terminal reads. */
    private static Charset charset() {
        String encoding = System.getProperty("native.encoding");
        return encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
    }
}
