package dev.fruits.spark.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fruits.spark.LocalSpark;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;

class ContiguousPartitionsTest {
    @Test
    void neighbours_are_joined_evenly_and_none_is_lost() {
        assertThat(joined(7, 3)).containsExactly(List.of(0, 1), List.of(2, 3), List.of(4, 5, 6));
        assertThat(joined(2, 2)).containsExactly(List.of(0), List.of(1));
        assertThat(joined(2, 5)).containsExactly(List.of(0), List.of(1));
    }

    private static List<List<Integer>> joined(int partitions, int groups) {
        List<Integer> numbers = IntStream.range(0, partitions).boxed().toList();
        JavaSparkContext spark =
                JavaSparkContext.fromSparkContext(LocalSpark.session().sparkContext());
        return ContiguousPartitions.joined(spark.parallelize(numbers, partitions), groups)
                .glom()
                .collect();
    }
}
