package dev.fruits.spark.engine;

import java.io.Serializable;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.rdd.RDD;
import scala.Function1;
import scala.Function2;
import scala.collection.Iterator;
import scala.reflect.ClassTag$;
import scala.runtime.BoxedUnit;

/** Runs jobs that return one value for each partition, and passes each value to the driver as soon as it arrives. */
final class PartitionResults {
    /** Called once for each partition, however often it was tried, by one thread at a time. */
    @FunctionalInterface
    interface Listener<T> {
        void add(int partition, T value);
    }

    private PartitionResults() {}

    /**
     * Runs a job until it ends.
     *
     * @param values one element in each partition
     */
    static <T> void collect(JavaRDD<JavaSerialized<T>> values, Listener<T> listener) {
        RDD<JavaSerialized<T>> rdd = values.rdd();
        rdd.context()
                .runJob(
                        rdd,
                        (Function1<Iterator<JavaSerialized<T>>, JavaSerialized<T>> & Serializable) Iterator::next,
                        (Function2<Object, JavaSerialized<T>, BoxedUnit>) (partition, value) -> {
                            listener.add((Integer) partition, value.value());
                            return BoxedUnit.UNIT;
                        },
                        ClassTag$.MODULE$.apply(JavaSerialized.class));
    }
}
