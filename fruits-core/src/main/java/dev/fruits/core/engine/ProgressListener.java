package dev.fruits.core.engine;

/** Hears how far a run, or a download before it, is. Called from any thread; returns at once. */
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

    /**
     * So many bytes of a file are here.
     *
     * @param file what is being fetched, for people: {@code resnet18}
     * @param done bytes so far, never falling
     * @param total bytes of the whole file; 0 where nobody said
     */
    default void fetched(String file, long done, long total) {}
}
