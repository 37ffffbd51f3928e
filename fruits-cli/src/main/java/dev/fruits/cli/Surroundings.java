package dev.fruits.cli;

import dev.fruits.cli.console.Progress;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Map;

/**
 * What a command sees of the world.
 *
 * @param out for results
 * @param err for progress and errors
 * @param terminal whether {@code err} is a terminal
 * @param clock tells the time
 * @param environment variables
 */
public record Surroundings(
        PrintWriter out, PrintWriter err, boolean terminal, InstantSource clock, Map<String, String> environment) {

    /** Work that tells how far it is. */
    @FunctionalInterface
    public interface Watched<T> {
        T run(Progress progress) throws IOException;
    }

    /** Does work, shows how far it is unless {@code quiet}, and says {@code remedy} if the process is told to end. */
    public <T> T watched(boolean quiet, String remedy, Watched<T> work) throws IOException {
        Interruption interruption = Interruption.announcedTo(err, remedy);
        try (Progress progress = progress(quiet)) {
            return work.run(progress);
        } finally {
            interruption.nowOver();
        }
    }

    /** Shows how far work is, unless {@code quiet}. */
    public Progress progress(boolean quiet) {
        if (quiet) {
            return Progress.silent(clock);
        }
        return terminal ? Progress.bar(err, clock) : Progress.lines(err, clock);
    }
}
