package dev.fruits.core.engine;

/** Hears how far a run is. Called from any thread; returns at once. */
@FunctionalInterface
public interface ProgressListener {
    ProgressListener SILENT = (step, done, total) -> {};

    /**
     * So many images of a step are done.
     *
     * @param step what is being done, for people: {@code Extract features}
     * @param done how many images of {@code total} are done, never falling within one step
     */
    void progress(String step, long done, long total);
}
