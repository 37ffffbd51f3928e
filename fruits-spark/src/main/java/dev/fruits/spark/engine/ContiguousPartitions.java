package dev.fruits.spark.engine;

import org.apache.spark.Partition;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.rdd.PartitionCoalescer;
import org.apache.spark.rdd.PartitionGroup;
import org.apache.spark.rdd.RDD;
import org.apache.spark.scheduler.TaskLocation;
import scala.Option;
import scala.collection.Seq;
import scala.reflect.OptManifest;

/**
 * Joins neighbouring partitions into groups of nearly equal size. Spark's own coalescer groups by the machines of the
 * partitions, so its order differs between runs. A group prefers the machine of its first partition.
 *
 * <p>Spark asks a coalescer for Scala's own {@code Serializable}, which Java can name for Scala 2.12 only; the empty
 * {@link OptManifest} extends it, and on 2.13 Java's.
 */
public final class ContiguousPartitions implements PartitionCoalescer, OptManifest<Object> {
    private static final long serialVersionUID = 1L;

    private ContiguousPartitions() {}

    /** The same elements in the same order, in {@code count} partitions, at least 1, or as before if those are fewer. */
    public static <T> JavaRDD<T> joined(JavaRDD<T> partitions, int count) {
        return partitions
                .rdd()
                .coalesce(count, false, Option.apply(new ContiguousPartitions()), null)
                .toJavaRDD();
    }

    @Override
    public PartitionGroup[] coalesce(int groups, RDD<?> parent) {
        Partition[] partitions = parent.partitions();
        int count = Math.min(groups, partitions.length);
        PartitionGroup[] joined = new PartitionGroup[count];
        for (int g = 0; g < count; g++) {
            int begin = boundary(g, count, partitions.length);
            joined[g] = new PartitionGroup(location(parent, begin));
            for (int i = begin; i < boundary(g + 1, count, partitions.length); i++) {
                joined[g].partitions().$plus$eq(partitions[i]);
            }
        }
        return joined;
    }

    private static int boundary(int group, int groups, int partitions) {
        return (int) ((long) group * partitions / groups);
    }

    private static Option<String> location(RDD<?> parent, int partition) {
        Seq<TaskLocation> locations = parent.context().getPreferredLocs(parent, partition);
        return locations.isEmpty()
                ? Option.empty()
                : Option.apply(locations.head().host());
    }
}
