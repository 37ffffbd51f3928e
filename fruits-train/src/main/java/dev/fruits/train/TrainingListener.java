package dev.fruits.train;

/** Told how training goes, on the thread that trains; what it throws ends the training, a checkpoint stays. */
public interface TrainingListener {
    /** Hears nothing. */
    TrainingListener SILENT = new TrainingListener() {};

    /**
     * All photographs are in memory.
     *
     * @param training photographs to learn from
     * @param heldBack photographs that only watch
     * @param rejected photographs that could not be read
     * @param finishedEpochs 0, or what the checkpoint holds
     */
    default void started(int training, int heldBack, int rejected, int finishedEpochs) {}

    /**
     * A step was done.
     *
     * @param epoch from 1
     * @param done photographs of this epoch so far
     * @param total photographs of an epoch
     */
    default void stepped(int epoch, int done, int total) {}

    /** An epoch is over and its checkpoint written. */
    default void finished(EpochFigures figures) {}
}
