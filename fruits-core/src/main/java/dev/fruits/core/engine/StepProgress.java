package dev.fruits.core.engine;

/** Counts the images of one step, from many threads, and notifies a listener in order. Safe for many threads. */
public final class StepProgress {
    private final ProgressListener listener;
    private final String step;
    private final long total;
    private long done;

    /**
     * Nothing is done yet.
     *
     * @param step as in {@link ProgressListener#progress}
     * @param total images of the step
     */
    public StepProgress(ProgressListener listener, String step, long total) {
        this.listener = listener;
        this.step = step;
        this.total = total;
    }

    /** Another {@code images} are done; the listener is called unless there are none. */
    public synchronized void add(long images) {
        if (images > 0) {
            done += images;
            listener.progress(step, done, total);
        }
    }
}
