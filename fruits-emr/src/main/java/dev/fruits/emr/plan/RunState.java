package dev.fruits.emr.plan;

/** How far a run on machines of the cloud is. */
public enum RunState {
    /** Machines are being made ready, or the program waits for them. */
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
