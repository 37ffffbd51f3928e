package dev.fruits.spark.pca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fruits.core.contract.InMemoryFeatureTable;
import dev.fruits.core.contract.PcaReducerContract;
import dev.fruits.core.engine.FeatureTable;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.pca.ComponentChoice;
import dev.fruits.core.pca.PcaFit;
import dev.fruits.core.pca.PcaProjection;
import dev.fruits.core.spi.ReducerProvider;
import dev.fruits.eigen.BlockedEigenSolver;
import dev.fruits.spark.engine.TableOnSpark;
import java.io.IOException;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the reducers on Spark keep beside the contract of all: one answer wherever the rows lie. */
abstract class SparkReducerContract extends PcaReducerContract {
    @Override
    protected FeatureTable table(List<FeatureRow> rows, int dimension) {
        return new TableOnSpark(rows, dimension, 3);
    }

    @ParameterizedTest
    @CsvSource({"400,30,12,1", "400,90,25,7", "60,150,25,4", "9000,20,5,40"})
    void it_gives_what_the_local_way_gives(int rows, int dimension, int k, int partitions) throws IOException {
        float[][] data = decaying(rows, dimension, rows + dimension);
        ComponentChoice choice = ComponentChoice.components(k);

        PcaProjection local = PcaFit.of(InMemoryFeatureTable.of(data), choice, new BlockedEigenSolver(1));

        requireEqual(reducer(choice).fit(TableOnSpark.of(data, partitions)), local);
        requireEqual(reducer(choice).fit(InMemoryFeatureTable.of(data)), local);
    }

    @Test
    void it_is_a_service_of_the_engine_on_spark() {
        ComponentChoice choice = ComponentChoice.components(3);
        String name = reducer(choice).name();

        ReducerProvider provider = ServiceLoader.load(ReducerProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(found -> found.name().equals(name))
                .findFirst()
                .orElseThrow();

        assertThat(provider.engine()).isEqualTo("spark");
        assertThat(provider.isDefault()).isEqualTo(name.equals(SparkMomentsPca.NAME));
        assertThat(provider.open(choice).name()).isEqualTo(name);
        assertThat(provider.open(choice).requested()).isEqualTo(choice.toString());
    }

    private static void requireEqual(PcaProjection fitted, PcaProjection expected) {
        double largest = expected.explainedVariance().variance(0);
        assertThat(fitted.explainedVariance().toArray())
                .containsExactly(expected.explainedVariance().toArray(), within(1e-12 * largest));
        assertThat(fitted.mean()).containsExactly(expected.mean(), within(1e-12));
        assertThat(fitted.rowCount()).isEqualTo(expected.rowCount());
        for (int i = 0; i < expected.outputDimension(); i++) {
            assertThat(fitted.components()[i]).containsExactly(expected.components()[i], within(1e-7));
        }
    }
}
