package dev.fruits.spark.engine;

import java.io.Serializable;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.rdd.RDD;
import scala.Function1;
import scala.Function2;
import scala.collection.Iterator;
import scala.reflect.ClassTag$;
import scala.runtime.BoxedUnit;

/** Jobs whose every partition gives one value, handed over on the driver as it comes. */
final class PerPartition {
    /** Hears of each partition once, however often it was tried; called by one thread at a time. */
    @FunctionalInterface
    interface Results<T> {
        void add(int partition, T value);
    }

    private PerPartition() {}

    /**
     * Runs a job and waits for its end.
     *
     * @param values one element in each partition
     */
    static <T> void collect(JavaRDD<Travelling<T>> values, Results<T> results) {
        RDD<Travelling<T>> rdd = values.rdd();
        rdd.context()
                .runJob(
                        rdd,
                        (Function1<Iterator<Travelling<T>>, Travelling<T>> & Serializable) Iterator::next,
                        (Function2<Object, Travelling<T>, BoxedUnit>) (partition, value) -> {
                            results.add((Integer) partition, value.value());
                            return BoxedUnit.UNIT;
                        },
                        ClassTag$.MODULE$.apply(Travelling.class));
    }
}
