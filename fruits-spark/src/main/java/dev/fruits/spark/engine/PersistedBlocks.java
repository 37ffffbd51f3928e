package dev.fruits.spark.engine;

import org.apache.spark.api.java.JavaRDD;

/**
 * Extracted features in Spark's storage, with the broadcasts that Spark needs to compute a partition again when every copy
 * of it is lost.
 *
 * @param blocks persisted
 * @param model the CNN and its files
 * @param earlier rows of an earlier run
 */
record PersistedBlocks(JavaRDD<ExtractedBlock> blocks, ModelShipment model, ReusableRows earlier)
        implements AutoCloseable {
    /** Frees the storage, unless Spark has stopped. */
    @Override
    public void close() {
        if (blocks.context().isStopped()) {
            return;
        }
        blocks.unpersist(false);
        model.discard();
        earlier.close();
    }
}
