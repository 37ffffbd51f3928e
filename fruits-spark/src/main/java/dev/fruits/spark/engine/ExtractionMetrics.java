package dev.fruits.spark.engine;

import java.io.Serializable;
import org.apache.spark.SparkContext;
import org.apache.spark.util.AccumulatorV2;
import org.apache.spark.util.LongAccumulator;

/**
 * Metrics of the extraction for Spark's UI, per task. They are not used for results: a task that ran twice counts twice.
 *
 * @param images run through the CNN
 * @param rejected images without features
 * @param throughput images per second of a task
 */
record ExtractionMetrics(LongAccumulator images, LongAccumulator rejected, Throughput throughput)
        implements Serializable {
    static final String THROUGHPUT = "images/s per task";

    static ExtractionMetrics of(SparkContext spark) {
        Throughput throughput = new Throughput();
        spark.register(throughput, THROUGHPUT);
        return new ExtractionMetrics(
                spark.longAccumulator("images"), spark.longAccumulator("rejected images"), throughput);
    }

    /**
     * Adds a batch.
     *
     * @param nanos time of the task
     */
    void add(long batchImages, long batchRejected, long nanos) {
        images.add(batchImages);
        rejected.add(batchRejected);
        throughput.add(new Work(batchImages, nanos));
    }

    /** Images, and the time of a task that they took. */
    record Work(long images, long nanos) implements Serializable {}

    /** Images per second, reading included: the mean of all tasks added. */
    static final class Throughput extends AccumulatorV2<Work, Double> {
        private static final long serialVersionUID = 1L;
        private static final double NANOS = 1e9;

        private long images;
        private long nanos;

        @Override
        public boolean isZero() {
            return images == 0 && nanos == 0;
        }

        @Override
        public AccumulatorV2<Work, Double> copy() {
            Throughput copied = new Throughput();
            copied.merge(this);
            return copied;
        }

        @Override
        public void reset() {
            images = 0;
            nanos = 0;
        }

        @Override
        public void add(Work work) {
            images += work.images();
            nanos += work.nanos();
        }

        @Override
        public void merge(AccumulatorV2<Work, Double> other) {
            Throughput throughput = (Throughput) other;
            add(new Work(throughput.images, throughput.nanos));
        }

        /** Rounded to one decimal for Spark's pages; 0 before the first image. */
        @Override
        public Double value() {
            return nanos == 0 ? 0 : Math.round(images * NANOS / nanos * 10) / 10.0;
        }
    }
}
