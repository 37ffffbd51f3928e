package dev.fruits.cli.command;

import java.io.PrintWriter;

/** Prints a last line, such as how to resume, when the process is interrupted before its work is complete. */
public final class Interruption {
    private final Thread hook;

    private Interruption(Runnable work) {
        this.hook = new Thread(work, "interruption");
    }

    /** {@code remedy} says how to resume. */
    public static Interruption announcedTo(PrintWriter target, String remedy) {
        return of(() -> announce(target, remedy));
    }

    /** Does {@code work} when the process is interrupted. */
    public static Interruption of(Runnable work) {
        Interruption interruption = new Interruption(work);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    private static void announce(PrintWriter target, String remedy) {
        target.println();
        target.println("fruits: stopped before the results were complete; " + remedy);
        target.flush();
    }

    /** The work is over, whatever its outcome. */
    public void nowOver() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already; the hook runs.
        }
    }
}
