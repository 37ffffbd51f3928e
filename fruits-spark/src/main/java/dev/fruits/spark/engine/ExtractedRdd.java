package dev.fruits.spark.engine;

import org.apache.spark.api.java.JavaRDD;

/**
 * What was extracted, and what Spark needs to extract it again where every copy of a partition is lost.
 *
 * @param blocks persisted
 * @param model its files
 * @param earlier rows of an earlier run
 */
record ExtractedRdd(JavaRDD<ExtractedBlock> blocks, ModelShipment model, EarlierRows earlier) implements AutoCloseable {
    /** Gives the storage back; a Spark that ended has none, and what ended it is the news. */
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
