package dev.fruits.cli;

import dev.fruits.cli.compose.Adapters;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;

/** The program {@code fruits}. */
public final class Main {
    /** Set by the launcher: whether standard error is a terminal, which the JDK cannot tell. */
    private static final String TERMINAL = "fruits.terminal";

    private Main() {}

    /** Ends the process: 0 done, 1 the run failed, 2 wrong use. */
    public static void main(String[] args) {
        Surroundings surroundings = new Surroundings(
                new PrintWriter(System.out, true, charset()),
                new PrintWriter(System.err, true, charset()),
                Boolean.getBoolean(TERMINAL),
                InstantSource.system(),
                System.getenv());
        System.exit(new CommandLineProgram(surroundings, Adapters::onClassPath).run(args));
    }

    /** What the terminal reads. */
    private static Charset charset() {
        String encoding = System.getProperty("native.encoding");
        return encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
    }
}
