package dev.fruits.spark.engine;

import dev.fruits.core.engine.Aggregation;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/** Joins partial results in the order of their partitions, whatever the order they come in. Used by one thread. */
final class OrderedMerge<A extends Serializable> {
    private final Aggregation<A> aggregation;
    private final Map<Integer, A> early = new HashMap<>();
    private A merged;
    private int next;

    OrderedMerge(Aggregation<A> aggregation) {
        this.aggregation = aggregation;
        this.merged = aggregation.zero();
    }

    void add(int partition, A value) {
        early.put(partition, value);
        for (A ready = early.remove(next); ready != null; ready = early.remove(next)) {
            merged = aggregation.merge(merged, ready);
            next++;
        }
    }

    A result() {
        return merged;
    }
}
