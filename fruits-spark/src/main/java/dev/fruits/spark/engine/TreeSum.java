package dev.fruits.spark.engine;

import dev.fruits.core.engine.Aggregation;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

/**
 * A sum over all partitions whose bits do not depend on which task ended first: neighbouring partial sums are merged on
 * executors in groups of about the root of their number, then the groups on the driver, always in order.
 */
final class TreeSum {
    /** Fewer partial sums go to the driver as they are. */
    private static final int WORTH_A_LEVEL = 16;

    private TreeSum() {}

    static <A extends Serializable> A of(JavaRDD<ExtractedBlock> blocks, Aggregation<A> aggregation) {
        JavaRDD<Travelling<A>> partials = blocks.mapPartitions(
                rows -> List.of(Travelling.of(folded(rows, aggregation))).iterator(), true);
        int parts = partials.getNumPartitions();
        JavaRDD<Travelling<A>> top = parts < WORTH_A_LEVEL ? partials : grouped(partials, aggregation, parts);
        OrderedMerge<A> merge = new OrderedMerge<>(aggregation);
        PerPartition.collect(top, merge::add);
        return merge.result();
    }

    private static <A extends Serializable> A folded(Iterator<ExtractedBlock> blocks, Aggregation<A> aggregation) {
        A sum = aggregation.zero();
        while (blocks.hasNext()) {
            FeatureBlock block = blocks.next().features();
            for (int i = 0; i < block.size(); i++) {
                sum = aggregation.add(sum, block.row(i));
            }
        }
        return sum;
    }

    private static <A extends Serializable> JavaRDD<Travelling<A>> grouped(
            JavaRDD<Travelling<A>> partials, Aggregation<A> aggregation, int parts) {
        int groupSize = (int) Math.ceil(Math.sqrt(parts));
        int groups = (parts + groupSize - 1) / groupSize;
        JavaPairRDD<Integer, Tuple2<Integer, Travelling<A>>> byGroup = partials.mapPartitionsWithIndex(
                        (place, sums) -> List.of(new Tuple2<>(place / groupSize, new Tuple2<>(place, sums.next())))
                                .iterator(),
                        true)
                .mapToPair(pair -> pair);
        // hash of a small Integer is itself: group g lies in partition g
        return byGroup.partitionBy(new HashPartitioner(groups))
                .mapPartitions(pairs -> List.of(merged(pairs, aggregation)).iterator(), true);
    }

    private static <A extends Serializable> Travelling<A> merged(
            Iterator<Tuple2<Integer, Tuple2<Integer, Travelling<A>>>> pairs, Aggregation<A> aggregation) {
        List<Tuple2<Integer, Travelling<A>>> sums = new ArrayList<>();
        pairs.forEachRemaining(pair -> sums.add(pair._2()));
        sums.sort(Comparator.comparing(Tuple2::_1));
        A merged = aggregation.zero();
        for (Tuple2<Integer, Travelling<A>> sum : sums) {
            merged = aggregation.merge(merged, sum._2().value());
        }
        return Travelling.of(merged);
    }
}
