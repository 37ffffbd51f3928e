package dev.fruits.spark.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.contract.PcaReducerContract;
import dev.fruits.core.engine.Aggregation;
import dev.fruits.core.feature.FeatureRow;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderedAggregationTest {
    /** The last: more partial sums than one task merges, so that the tree has two levels. */
    @ParameterizedTest
    @CsvSource({"0,1", "1,4", "5000,1", "5000,3", "20000,7", "82000,50"})
    void rows_are_folded_and_merged_in_their_order(int rows, int partitions) throws IOException {
        TableOnSpark table = TableOnSpark.of(new float[rows][1], partitions);

        ArrayList<String> paths = sum(table, new Paths("none"));

        assertThat(paths)
                .isEqualTo(table.features().stream().map(FeatureRow::path).toList());
    }

    @Test
    void of_several_refused_rows_the_first_of_the_table_is_named() {
        TableOnSpark table = TableOnSpark.of(new float[30_000][1], 11);

        assertThatThrownBy(() -> sum(table, new Paths("17")))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("refused: Apple/17.jpg");
    }

    @Test
    void an_error_of_the_system_stays_a_failure() {
        TableOnSpark table = TableOnSpark.of(PcaReducerContract.decaying(10, 2, 1), 2);
        Aggregation<Integer> failing = new Failing();

        assertThatThrownBy(() -> sum(table, failing))
                .isNotInstanceOf(WrongUseException.class)
                .hasMessageContaining("disk full");
    }

    private static <A extends Serializable> A sum(TableOnSpark table, Aggregation<A> aggregation) throws IOException {
        SparkRows rows = table.rowsOnSpark();
        return OrderedAggregation.of(rows.rows(), rows.rowCount(), aggregation, "test");
    }

    /** Lists paths, so that every change of order shows; refuses those that hold a text. */
    private record Paths(String refused) implements Aggregation<ArrayList<String>> {
        @Override
        public ArrayList<String> zero() {
            return new ArrayList<>();
        }

        @Override
        public ArrayList<String> add(ArrayList<String> paths, FeatureRow row) {
            if (row.path().contains(refused)) {
                throw new WrongUseException("refused: " + row.path());
            }
            paths.add(row.path());
            return paths;
        }

        @Override
        public ArrayList<String> merge(ArrayList<String> left, ArrayList<String> right) {
            left.addAll(right);
            return left;
        }
    }

    private record Failing() implements Aggregation<Integer> {
        @Override
        public Integer zero() {
            return 0;
        }

        @Override
        public Integer add(Integer count, FeatureRow row) {
            throw new IllegalStateException("disk full");
        }

        @Override
        public Integer merge(Integer left, Integer right) {
            return left + right;
        }
    }
}
