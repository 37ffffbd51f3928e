package dev.fruits.train;

/** Told how training goes, on the thread that trains; what it throws ends the training, a checkpoint stays. */
public interface TrainingListener {
    /** Hears nothing. */
    TrainingListener SILENT = new TrainingListener() {};

    /**
     * An image was read or rejected.
     *
     * @param done images so far
     * @param total images that are listed
     */
    default void read(int done, int total) {}

    /**
     * All images are in memory.
     *
     * @param counts where they went
     * @param finishedEpochs 0, or what the checkpoint holds
     * @param epochs how many there are to be
     */
    default void started(TrainingCounts counts, int finishedEpochs, int epochs) {}

    /**
     * A step was done.
     *
     * @param epoch from 1
     * @param done images of this epoch so far
     * @param total images of an epoch
     */
    default void stepped(int epoch, int done, int total) {}

    /** An epoch is over and its checkpoint written. */
    default void finished(EpochFigures figures) {}
}
