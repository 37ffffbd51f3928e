package dev.fruits.spark.parquet;

import java.util.List;
import org.apache.spark.HashPartitioner;
import org.apache.spark.Partition;
import org.apache.spark.rdd.PartitionCoalescer;
import org.apache.spark.rdd.PartitionGroup;
import org.apache.spark.rdd.RDD;

/**
 * Joins neighbouring partitions; Spark's own coalescer joins those of one machine, and so loses their order. It is a
 * partitioner by descent only: Spark asks for Scala's {@code Serializable}, which from Java can but be inherited.
 */
final class NeighbourCoalescer extends HashPartitioner implements PartitionCoalescer {
    private static final long serialVersionUID = 1L;

    NeighbourCoalescer() {
        super(1);
    }

    @Override
    public PartitionGroup[] coalesce(int files, RDD<?> parent) {
        Partition[] partitions = parent.partitions();
        return WholeFiles.neighbours(partitions.length, Math.min(files, partitions.length)).stream()
                .map(neighbours -> group(parent, partitions, neighbours))
                .toArray(PartitionGroup[]::new);
    }

    /** Runs where its first partition lies. */
    private static PartitionGroup group(RDD<?> parent, Partition[] partitions, List<Integer> neighbours) {
        PartitionGroup group = new PartitionGroup(
                parent.preferredLocations(partitions[neighbours.get(0)]).headOption());
        neighbours.forEach(index -> group.partitions().$plus$eq(partitions[index]));
        return group;
    }
}
