package dev.fruits.cli.command;

import dev.fruits.cli.compose.Adapters;
import dev.fruits.cli.console.Progress;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The environment of a command.
 *
 * @param out for results
 * @param err for progress and errors
 * @param terminal whether {@code err} is a terminal
 * @param clock the current time
 * @param sleep waits between two looks at a cluster
 * @param environment variables
 * @param adapters loaded when they are needed
 */
public record CommandContext(
        PrintWriter out,
        PrintWriter err,
        boolean terminal,
        InstantSource clock,
        Sleep sleep,
        Map<String, String> environment,
        Supplier<Adapters> adapters) {

    /** Waits. */
    @FunctionalInterface
    public interface Sleep {
        void sleep(Duration time) throws InterruptedException;
    }

    /** Work that reports its progress. */
    @FunctionalInterface
    public interface Work<T> {
        T run(Progress progress) throws IOException;
    }

    /** Works, shows the progress unless {@code quiet}, and prints {@code remedy} if the process is interrupted. */
    public <T> T watched(boolean quiet, String remedy, Work<T> work) throws IOException {
        Interruption interruption = Interruption.announcedTo(err, remedy);
        try (Progress progress = progress(quiet)) {
            return work.run(progress);
        } finally {
            interruption.nowOver();
        }
    }

    /** Shows progress, unless {@code quiet}. */
    public Progress progress(boolean quiet) {
        if (quiet) {
            return Progress.silent(clock);
        }
        return terminal ? Progress.bar(err, clock) : Progress.lines(err, clock);
    }
}
