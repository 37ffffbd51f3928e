package dev.fruits.cli.emr;

import dev.fruits.core.RunFailedException;
import dev.fruits.emr.plan.ClusterRun;
import dev.fruits.emr.plan.ClusterRuns;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What happens when the process is told to end while it launches or follows a run: machines that were made go on, or end
 * where that was asked for; none are made afterwards.
 */
final class LaunchInterruption {
    /** EMR is given so long to answer, so that what it makes is known, and to end it. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final PrintWriter target;
    private final ClusterRuns runs;
    private final boolean stops;
    private final String again;
    private final String unsure;
    private boolean interrupted;
    private boolean making;
    private boolean unknown;
    private boolean over;
    private boolean atWork;
    private @Nullable ClusterRun run;

    /**
     * Nothing is hooked yet.
     *
     * @param stops whether machines are ended
     * @param again the words of the commands that attach and stop, for the message
     * @param unsure the words of those that tell whether there is something, and end it
     */
    LaunchInterruption(PrintWriter target, ClusterRuns runs, boolean stops, String again, String unsure) {
        this.target = target;
        this.runs = runs;
        this.stops = stops;
        this.again = again;
        this.unsure = unsure;
    }

    /** Machines are about to be asked for. */
    synchronized void making() {
        if (interrupted) {
            throw new RunFailedException("launch: stopped before anything was made; nothing costs");
        }
        making = true;
    }

    /** None were made. */
    synchronized void refused() {
        making = false;
        notifyAll();
    }

    synchronized void began(ClusterRun one) {
        run = one;
        making = false;
        notifyAll();
    }

    /**
     * The launch failed or the run is over: an interruption has nothing to do any more. Where one is at work, waits for
     * it, as it needs what the caller is about to close.
     */
    synchronized void over() {
        unknown = making;
        making = false;
        over = true;
        run = null;
        notifyAll();
        awaitWhile(() -> atWork);
    }

    /** The process is told to end. */
    void happened() {
        try {
            ClusterRun made = whatWasMade();
            target.println();
            if (made == null) {
                nothingSeen();
            } else if (stops) {
                stop(made);
            } else {
                target.println(
                        "fruits: the run goes on without this command, and costs: " + made.thing() + "; " + again);
            }
            target.flush();
        } finally {
            done();
        }
    }

    /** What is over has told its end itself. */
    private synchronized void nothingSeen() {
        if (making || unknown) {
            target.println("fruits: stopped while machines were being made; whether they were, and cost, is not known: "
                    + unsure);
        } else if (!over) {
            target.println("fruits: stopped before anything was made; nothing costs, the same command begins again");
        }
    }

    private synchronized void done() {
        atWork = false;
        notifyAll();
    }

    private synchronized @Nullable ClusterRun whatWasMade() {
        interrupted = true;
        atWork = true;
        awaitWhile(() -> making);
        return run;
    }

    private synchronized void awaitWhile(BooleanSupplier holds) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (holds.getAsBoolean() && System.nanoTime() < end) {
                wait(Math.max(1, Duration.ofNanos(end - System.nanoTime()).toMillis()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stop(ClusterRun made) {
        target.println("fruits: ending " + made.thing() + " ...");
        target.flush();
        try {
            ClusterRun ended = runs.stop(made);
            target.println("fruits: " + ended.thing() + " is ending (" + ended.machines() + ")");
        } catch (IOException | RuntimeException e) {
            target.println(
                    "fruits: " + made.thing() + " COULD NOT BE ENDED and costs: " + e.getMessage() + "; " + again);
        }
    }
}
