package dev.fruits.spark.engine;

import java.io.Serializable;
import org.apache.spark.SparkContext;
import org.apache.spark.util.LongAccumulator;

/**
 * What Spark's UI shows of a stage, task by task. Nothing is reckoned from it: a task that ran twice counts twice.
 *
 * @param images through the CNN
 * @param rejected images without features
 */
record Meters(LongAccumulator images, LongAccumulator rejected) implements Serializable {
    static Meters of(SparkContext spark) {
        return new Meters(spark.longAccumulator("images"), spark.longAccumulator("rejected images"));
    }

    void count(long seen, long without) {
        images.add(seen);
        rejected.add(without);
    }
}
