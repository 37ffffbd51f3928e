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
 * The interruption of a launch, or of the command that follows a run: created machines keep running, or are terminated
 * with --stop-on-interrupt; none are created afterwards.
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
            throw new RunFailedException("launch: interrupted before anything was created; nothing costs");
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
                        "fruits: the run continues without this command and costs: " + made.thing() + "; " + again);
            }
            target.flush();
        } finally {
            done();
        }
    }

    /** What is over has told its end itself. */
    private synchronized void nothingSeen() {
        if (making || unknown) {
            target.println("fruits: interrupted during creation; a cluster may exist and be billing: " + unsure);
        } else if (!over) {
            target.println(
                    "fruits: interrupted before anything was created; nothing costs, the same command starts again");
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
        target.println("fruits: terminating " + made.thing() + " ...");
        target.flush();
        try {
            ClusterRun ended = runs.stop(made);
            target.println("fruits: " + ended.thing() + " is terminating (" + ended.machines() + ")");
        } catch (IOException | RuntimeException e) {
            target.println(
                    "fruits: " + made.thing() + " COULD NOT BE TERMINATED and costs: " + e.getMessage() + "; " + again);
        }
    }
}
