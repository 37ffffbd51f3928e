package dev.fruits.spark.engine;

import java.io.Serializable;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.rdd.RDD;
import scala.Function1;
import scala.Function2;
import scala.collection.Iterator;
import scala.reflect.ClassTag$;
import scala.runtime.BoxedUnit;

/** Runs jobs that return one value for each partition, and passes each value to the driver as soon as it arrives. */
final class PartitionResults {
    private PartitionResults() {}

    /**
     * Runs a job until it ends.
     *
     * @param values one element in each partition
     * @param listener called once for each partition, however often it was tried, by one thread at a time
     */
    static <T> void collect(JavaRDD<JavaSerialized<T>> values, Consumer<T> listener) {
        RDD<JavaSerialized<T>> rdd = values.rdd();
        rdd.context()
                .runJob(
                        rdd,
                        (Function1<Iterator<JavaSerialized<T>>, JavaSerialized<T>> & Serializable) Iterator::next,
                        (Function2<Object, JavaSerialized<T>, BoxedUnit>) (partition, value) -> {
                            listener.accept(value.value());
                            return BoxedUnit.UNIT;
                        },
                        ClassTag$.MODULE$.apply(JavaSerialized.class));
    }
}
