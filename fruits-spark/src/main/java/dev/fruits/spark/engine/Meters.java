package dev.fruits.spark.engine;

import java.io.Serializable;
import org.apache.spark.SparkContext;
import org.apache.spark.util.LongAccumulator;

/**
 * What Spark's UI shows of a stage, task by task. Nothing is reckoned from it: a task that ran twice counts twice.
 *
 * @param images through the CNN
 * @param rejected images without features
 * @param speed images per second and slot
 */
record Meters(LongAccumulator images, LongAccumulator rejected, SlotSpeed speed) implements Serializable {
    static final String SPEED = "images/s per slot";

    static Meters of(SparkContext spark) {
        SlotSpeed speed = SlotSpeed.none();
        spark.register(speed, SPEED);
        return new Meters(spark.longAccumulator("images"), spark.longAccumulator("rejected images"), speed);
    }

    /** @param nanos of the task's time that they took */
    void count(long seen, long without, long nanos) {
        images.add(seen);
        rejected.add(without);
        speed.add(new SlotSpeed.Work(seen, nanos));
    }
}
