package dev.fruits.spark.engine;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.engine.Fold;
import java.io.IOException;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/**
 * Folds the rows of a table on the executors, and merges the partial sums in the order of the partitions, in a tree whose
 * shape depends only on the number of rows and partitions: the same table gives the same bits in every run. Spark's own
 * {@code treeAggregate} merges in the order in which tasks end.
 *
 * <p>There is at most one partial sum for each 4,096 rows, and never more than 256. They are merged through Spark's sorted
 * shuffle, which spills to disk, so that an executor's task holds two at a time and the driver one.
 */
public final class OrderedAggregation {
    /** Fewer rows are not worth sending a partial sum. */
    private static final int PARTIAL_ROWS = 4096;

    private static final int MOST_PARTIALS = 256;
    /** Number of partial sums that one task of the tree merges. */
    private static final int FAN_IN = 16;

    private OrderedAggregation() {}

    /**
     * Folds all rows.
     *
     * @param rowCount number of rows, approximately
     * @param step description of the jobs in Spark's UI
     * @throws WrongUseException of {@code fold}, for the first row that it rejects
     * @throws dev.fruits.core.RunFailedException if Spark or an executor failed
     * @throws IOException if rows could not be read
     */
    public static <A extends Serializable, T> A of(JavaRDD<T> rows, long rowCount, Fold<A, T> fold, String step)
            throws IOException {
        int partitions = rows.getNumPartitions();
        if (partitions == 0) {
            return fold.zero();
        }
        long most = Math.min(MOST_PARTIALS, 1 + Math.max(0, rowCount - 1) / PARTIAL_ROWS);
        JavaPairRDD<Integer, JavaSerialized<Partial<A>>> sums =
                JavaPairRDD.fromJavaRDD(ContiguousPartitions.joined(rows, (int) Math.min(partitions, most))
                        .mapPartitionsWithIndex((index, part) -> only(index, partial(part, fold)), true));
        while (sums.getNumPartitions() > 1) {
            Partitioner neighbours = new Neighbours((sums.getNumPartitions() - 1) / FAN_IN + 1);
            sums = sums.repartitionAndSortWithinPartitions(neighbours).mapPartitionsToPair(part -> merged(part, fold));
        }
        List<JavaSerialized<Partial<A>>> sum = NamedJobs.run(rows.context(), step, sums.values()::collect);
        return sum.get(0).value().sumOrThrow();
    }

    private static <A extends Serializable> Iterator<Tuple2<Integer, JavaSerialized<Partial<A>>>> only(
            int index, Partial<A> sum) {
        return List.of(new Tuple2<>(index, JavaSerialized.of(sum))).iterator();
    }

    private static <A extends Serializable, T> Partial<A> partial(Iterator<T> rows, Fold<A, T> fold) {
        A sum = fold.zero();
        try {
            while (rows.hasNext()) {
                sum = fold.add(sum, rows.next());
            }
        } catch (WrongUseException e) {
            return new Partial<>(null, e.getMessage());
        }
        return new Partial<>(sum, null);
    }

    private static <A extends Serializable> Iterator<Tuple2<Integer, JavaSerialized<Partial<A>>>> merged(
            Iterator<Tuple2<Integer, JavaSerialized<Partial<A>>>> inOrder, Fold<A, ?> fold) {
        Tuple2<Integer, JavaSerialized<Partial<A>>> first = inOrder.next();
        Partial<A> sum = first._2().value();
        while (inOrder.hasNext()) {
            sum = sum.merge(inOrder.next()._2().value(), fold);
        }
        return only(first._1() / FAN_IN, sum);
    }

    /** A sum, or the error of a row. The error is a value, as Spark would retry a task that throws. */
    private record Partial<A extends Serializable>(
            @Nullable A sum, @Nullable String error) implements Serializable {
        Partial<A> merge(Partial<A> later, Fold<A, ?> fold) {
            if (sum == null) {
                return this;
            }
            return later.sum == null ? later : new Partial<>(fold.merge(sum, later.sum), null);
        }

        A sumOrThrow() {
            if (sum == null) {
                throw new WrongUseException(String.valueOf(error));
            }
            return sum;
        }
    }

    /** Sends {@value #FAN_IN} neighbours to one partition. */
    private static final class Neighbours extends Partitioner {
        private static final long serialVersionUID = 1L;
        private final int groups;

        Neighbours(int groups) {
            this.groups = groups;
        }

        @Override
        public int numPartitions() {
            return groups;
        }

        @Override
        public int getPartition(Object key) {
            return (Integer) key / FAN_IN;
        }
    }
}
