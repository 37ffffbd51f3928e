package dev.fruits.core.engine;

/**
 * Receives the progress of a run, or of a download before it. An engine calls it in order, by one thread at a time, from
 * any thread; it returns at once.
 */
@FunctionalInterface
public interface ProgressListener {
    ProgressListener SILENT = (step, done, total) -> {};

    /**
     * Images of a step are done. The last call of a step has {@code done} equal to {@code total}.
     *
     * @param step name for people: {@code Extract features}
     * @param done images so far, never falling within one step
     * @param total images of the step
     */
    void progress(String step, long done, long total);

    /**
     * Bytes of a file are downloaded.
     *
     * @param file name for people: {@code resnet18}
     * @param done bytes so far, never falling
     * @param total bytes of the whole file; 0 if unknown
     */
    default void fetched(String file, long done, long total) {}
}
