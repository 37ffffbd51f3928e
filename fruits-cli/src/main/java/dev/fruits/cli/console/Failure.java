package dev.fruits.cli.console;

import dev.fruits.core.Failures;
import dev.fruits.core.RunFailedException;
import dev.fruits.core.Secrets;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.json.JsonException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What went wrong, as an exit code and one line.
 *
 * @param exitCode {@link #RUN_FAILED} or {@link #WRONG_USE}
 * @param line names the thing, its value and the remedy
 */
public record Failure(int exitCode, String line) {
    public static final int RUN_FAILED = 1;
    public static final int WRONG_USE = 2;

    public Failure {
        line = line.lines().map(String::strip).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
    }

    public static Failure of(Throwable thrown) {
        if (Failures.find(thrown, OutOfMemoryError.class).isPresent()) {
            return outOfMemory();
        }
        if (thrown instanceof WrongUseException) {
            return new Failure(WRONG_USE, String.valueOf(thrown.getMessage()));
        }
        if (thrown instanceof InvalidPathException path) {
            return new Failure(
                    WRONG_USE, path.getInput() + ": is not a valid path on this machine; " + path.getReason());
        }
        if (thrown instanceof RunFailedException || thrown instanceof JsonException) {
            return new Failure(RUN_FAILED, String.valueOf(thrown.getMessage()));
        }
        if (thrown instanceof UncheckedIOException unchecked) {
            return of(Objects.requireNonNull(unchecked.getCause()));
        }
        if (thrown instanceof IOException failed) {
            return new Failure(RUN_FAILED, IoLine.of(failed));
        }
        if (thrown instanceof LinkageError) {
            return new Failure(RUN_FAILED, "class path: " + thrown + "; build again with ./mvnw clean package");
        }
        return new Failure(
                RUN_FAILED,
                "unexpected " + thrown + "; a defect of fruits: run again with --verbose and report the trace");
    }

    private static Failure outOfMemory() {
        long heap = Runtime.getRuntime().maxMemory() >> 20;
        return new Failure(
                RUN_FAILED,
                "memory: the heap of " + heap + " MiB is full; give more with FRUITS_OPTS=-Xmx" + 2 * heap
                        + "m, or pass fewer --threads and a smaller --batch");
    }

    /** Prints the line to {@code err}, and the stack trace where {@code verbose}; secrets of this process are hidden in both. */
    public static int report(Throwable thrown, PrintWriter err, boolean verbose) {
        Failure failure = of(thrown);
        err.println(Secrets.hiddenIn("fruits: " + failure.line()));
        if (verbose) {
            err.print(Secrets.hiddenIn(trace(thrown)));
        }
        err.flush();
        return failure.exitCode();
    }

    private static String trace(Throwable thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace, true));
        return trace.toString();
    }
}
