package dev.fruits.emr.plan;

/** The state of a run on EMR. */
public enum RunState {
    /** Machines start, or the program waits for them. */
    STARTING("starting"),
    /** The program runs. */
    RUNNING("running"),
    /** The program ended well; its results are whole. */
    DONE("done"),
    /** The program failed, or its machines did. */
    FAILED("failed"),
    /** Somebody ended it. */
    STOPPED("stopped");

    private final String text;

    RunState(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    /** Whether the program has not ended yet. */
    public boolean isAlive() {
        return this == STARTING || this == RUNNING;
    }
}
