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
    @Override
    public void close() {
        blocks.unpersist(false);
        model.discard();
        earlier.close();
    }
}
