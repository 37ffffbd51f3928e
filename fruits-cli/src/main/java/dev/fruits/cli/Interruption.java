package dev.fruits.cli;

import java.io.PrintWriter;

/** Says how to go on when the process is told to end before a run is complete. */
final class Interruption {
    private final PrintWriter target;
    private final String remedy;
    private final Thread hook;

    private Interruption(PrintWriter target, String remedy) {
        this.target = target;
        this.remedy = remedy;
        this.hook = new Thread(this::announce, "interruption");
    }

    /** {@code remedy} says how to go on. */
    static Interruption announcedTo(PrintWriter target, String remedy) {
        Interruption interruption = new Interruption(target, remedy);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    private void announce() {
        target.println();
        target.println("fruits: stopped before the results were complete; " + remedy);
        target.flush();
    }

    /** The run is over, well or badly. */
    void nowOver() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already; the hook has its say.
        }
    }
}
