package dev.fruits.spark.engine;

import java.io.Serializable;
import org.apache.spark.util.AccumulatorV2;

/** Images that one slot takes through the CNN in a second, reading included: the mean over the tasks that were added. */
final class SlotSpeed extends AccumulatorV2<SlotSpeed.Work, Double> {
    private static final long serialVersionUID = 1L;
    private static final double NANOS = 1e9;

    /** Part of a task: so many images in so much of its time. */
    record Work(long images, long nanos) implements Serializable {}

    private long images;
    private long nanos;

    private SlotSpeed(long images, long nanos) {
        this.images = images;
        this.nanos = nanos;
    }

    static SlotSpeed none() {
        return new SlotSpeed(0, 0);
    }

    @Override
    public boolean isZero() {
        return images == 0 && nanos == 0;
    }

    @Override
    public AccumulatorV2<Work, Double> copy() {
        return new SlotSpeed(images, nanos);
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
        SlotSpeed speed = (SlotSpeed) other;
        add(new Work(speed.images, speed.nanos));
    }

    /** One digit after the point, as Spark's pages show it; 0 before the first image. */
    @Override
    public Double value() {
        return nanos == 0 ? 0 : Math.round(images * NANOS / nanos * 10) / 10.0;
    }
}
