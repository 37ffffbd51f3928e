package dev.fruits.cli;

import java.io.PrintWriter;

/** Has the last word, such as how to go on, when the process is told to end before a run is complete. */
public final class Interruption {
    private final Thread hook;

    private Interruption(Runnable work) {
        this.hook = new Thread(work, "interruption");
    }

    /** {@code remedy} says how to go on. */
    static Interruption announcedTo(PrintWriter target, String remedy) {
        return of(() -> announce(target, remedy));
    }

    /** Does {@code work} when the process is told to end. */
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

    /** The run is over, well or badly. */
    public void nowOver() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already; the hook has its say.
        }
    }
}
