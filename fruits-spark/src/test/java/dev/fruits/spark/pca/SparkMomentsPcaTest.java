package dev.fruits.spark.pca;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fruits.core.contract.InMemoryFeatureTable;
import dev.fruits.core.pca.ComponentChoice;
import dev.fruits.core.pca.PcaProjection;
import dev.fruits.core.pca.PcaReducer;
import dev.fruits.spark.engine.TableOnSpark;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class SparkMomentsPcaTest extends SparkReducerContract {
    @Override
    protected PcaReducer reducer(ComponentChoice choice) {
        return SparkMomentsPca.keeping(choice);
    }

    @Test
    void the_same_table_gives_the_same_bits_again_and_again() throws IOException {
        TableOnSpark table = TableOnSpark.of(decaying(80_000, 12, 5), 23);
        PcaReducer reducer = reducer(ComponentChoice.components(4));

        PcaProjection first = reducer.fit(table);

        for (int run = 0; run < 5; run++) {
            assertThat(reducer.fit(table)).isEqualTo(first);
        }
    }

    @Test
    void a_table_of_another_engine_gives_the_same_bits_again_and_again() throws IOException {
        InMemoryFeatureTable table = InMemoryFeatureTable.of(decaying(20_000, 12, 6));
        PcaReducer reducer = reducer(ComponentChoice.components(4));

        assertThat(reducer.fit(table)).isEqualTo(reducer.fit(table));
    }
}
