package dev.fruits.spark.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fruits.spark.LocalSpark;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;

class WholeFilesTest {
    private static final long FILE = WholeFiles.DEFAULT_FILE_BYTES;

    @Test
    void the_whole_test_split_is_two_files_of_features_and_one_of_components() {
        assertThat(WholeFiles.count(22_688, 1280, FILE, 45)).isEqualTo(2);
        assertThat(WholeFiles.count(22_688, 359, FILE, 45)).isEqualTo(1);
    }

    @Test
    void a_million_rows_are_files_of_64_mib() {
        assertThat(WholeFiles.count(1_000_000, 1280, FILE, 2000)).isEqualTo(77);
    }

    @Test
    void there_is_a_file_at_least_and_no_more_than_partitions() {
        assertThat(WholeFiles.count(0, 1280, FILE, 1)).isEqualTo(1);
        assertThat(WholeFiles.count(1_000_000, 1280, FILE, 3)).isEqualTo(3);
    }

    @Test
    void elements_keep_their_order_in_fewer_partitions() {
        JavaSparkContext spark = LocalSpark.spark();
        List<Integer> numbers = IntStream.range(0, 1000).boxed().toList();
        JavaRDD<Integer> cached = spark.parallelize(numbers, 20).cache(); // cached: with preferred locations
        assertThat(cached.count()).isEqualTo(1000);

        JavaRDD<Integer> files = WholeFiles.of(cached, 60_000, 1280); // 293 MiB

        assertThat(files.getNumPartitions()).isEqualTo(5);
        assertThat(files.collect()).isEqualTo(numbers);
    }
}
