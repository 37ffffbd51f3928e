package dev.fruits.emr;

import dev.fruits.core.RunFailedException;
import dev.fruits.emr.plan.ClusterRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The interruption of a launch, or of the command that follows a run: created machines keep running, or are terminated
 * with --stop-on-interrupt; none are created afterwards.
 */
public final class LaunchInterruption {
    /** Terminates the machines of a run. */
    @FunctionalInterface
    public interface Stop {
        ClusterRun of(ClusterRun run) throws IOException;
    }

    /** How long EMR may take to answer, so that what it creates is known, and to terminate it. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final PrintWriter target;
    private final @Nullable Stop stop;
    private final String again;
    private final String unsure;
    private boolean interrupted;
    private boolean making;
    private boolean unknown;
    private boolean over;
    private boolean atWork;
    private @Nullable ClusterRun run;

    /**
     * Prepares for an interruption; the caller calls {@link #happened} when there is one.
     *
     * @param target of the messages
     * @param stop terminates the machines, {@link EmrRuns#stop}; null to let them run
     * @param again how to attach to the run and to stop it, for the message
     * @param unsure how to find out whether machines exist and to stop them, for the message
     */
    public LaunchInterruption(PrintWriter target, @Nullable Stop stop, String again, String unsure) {
        this.target = target;
        this.stop = stop;
        this.again = again;
        this.unsure = unsure;
    }

    /**
     * As {@link dev.fruits.emr.plan.LaunchListener#making}.
     *
     * @throws RunFailedException if the launch was interrupted before
     */
    public synchronized void making() {
        if (interrupted) {
            throw new RunFailedException("launch: interrupted before anything was created; nothing costs");
        }
        making = true;
    }

    /** As {@link dev.fruits.emr.plan.LaunchListener#refused}. */
    public synchronized void refused() {
        making = false;
        notifyAll();
    }

    /** As {@link dev.fruits.emr.plan.LaunchListener#began}. */
    public synchronized void began(ClusterRun one) {
        run = one;
        making = false;
        notifyAll();
    }

    /**
     * The launch failed or the run is over: an interruption has nothing more to do. Waits for one that is in progress, as
     * it needs the client that the caller is about to close.
     */
    public synchronized void over() {
        unknown = making;
        making = false;
        over = true;
        run = null;
        notifyAll();
        awaitWhile(() -> atWork);
    }

    /** The process was interrupted. Called from any thread. */
    public void happened() {
        try {
            ClusterRun made = whatWasMade();
            target.println();
            if (made == null) {
                nothingSeen();
            } else if (stop != null) {
                stop(stop, made);
            } else {
                target.println(
                        "fruits: the run continues without this command and costs: " + made.thing() + "; " + again);
            }
            target.flush();
        } finally {
            done();
        }
    }

    /** A launch that is over has printed its end itself. */
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

    private void stop(Stop stopping, ClusterRun made) {
        target.println("fruits: terminating " + made.thing() + " ...");
        target.flush();
        try {
            ClusterRun ended = stopping.of(made);
            target.println("fruits: " + ended.thing() + " is terminating (" + ended.machines() + ")");
        } catch (IOException | RuntimeException e) {
            target.println(
                    "fruits: " + made.thing() + " COULD NOT BE TERMINATED and costs: " + e.getMessage() + "; " + again);
        }
    }
}
