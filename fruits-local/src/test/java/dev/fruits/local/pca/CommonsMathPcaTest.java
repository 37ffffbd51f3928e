package dev.fruits.local.pca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fruits.core.contract.InMemoryFeatureTable;
import dev.fruits.core.contract.PcaReducerContract;
import dev.fruits.core.linalg.EigenSolver;
import dev.fruits.core.pca.ComponentChoice;
import dev.fruits.core.pca.PcaProjection;
import dev.fruits.core.pca.PcaReducer;
import dev.fruits.core.spi.ReducerProvider;
import dev.fruits.eigen.BlockedEigenSolver;
import java.io.IOException;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommonsMathPcaTest extends PcaReducerContract {
    @Override
    protected PcaReducer reducer(ComponentChoice choice) {
        return CommonsMathPca.keeping(choice);
    }

    @ParameterizedTest
    @CsvSource({"400,30,12", "400,90,25", "60,150,25", "1000,200,20"})
    void both_solvers_agree_with_a_covariance_by_the_book(int rows, int dimension, int k) throws IOException {
        float[][] data = decaying(rows, dimension, rows + dimension);
        ReferencePca reference = ReferencePca.of(data);
        ComponentChoice choice = ComponentChoice.components(k);
        InMemoryFeatureTable table = InMemoryFeatureTable.of(data).inPartsOf(130);

        reference.requireEqual(new CommonsMathPca(choice, new CommonsMathEigenSolver()).fit(table));
        reference.requireEqual(new CommonsMathPca(choice, new BlockedEigenSolver(2)).fit(table));
    }

    @ParameterizedTest
    @CsvSource({"10,2", "200,1"})
    void the_number_of_threads_changes_no_bit(int dimension, int k) throws IOException {
        InMemoryFeatureTable table = InMemoryFeatureTable.of(decaying(300, dimension, 3));
        ComponentChoice choice = ComponentChoice.components(k);

        PcaProjection one = CommonsMathPca.keeping(choice, 1).fit(table);

        assertThat(CommonsMathPca.keeping(choice, 3).fit(table)).isEqualTo(one);
        assertThat(CommonsMathPca.keeping(choice).fit(table)).isEqualTo(one);
    }

    @Test
    void a_given_solver_is_used_at_any_dimension() throws IOException {
        AtomicInteger calls = new AtomicInteger();
        EigenSolver counting = (matrix, wanted) -> {
            calls.incrementAndGet();
            return new BlockedEigenSolver(1).solve(matrix, wanted);
        };
        CommonsMathPca pca = new CommonsMathPca(ComponentChoice.components(1), counting);

        PcaProjection small = pca.fit(InMemoryFeatureTable.of(decaying(20, 3, 4)));
        PcaProjection large = pca.fit(InMemoryFeatureTable.of(decaying(20, 100, 4)));

        assertThat(calls).hasValue(2);
        assertThat(small.inputDimension()).isEqualTo(3);
        assertThat(large.inputDimension()).isEqualTo(100);
    }

    @Test
    void a_change_of_solver_between_dimensions_shows_nowhere() throws IOException {
        for (int dimension = CommonsMathPca.LARGEST_FOR_COMMONS_MATH - 1;
                dimension <= CommonsMathPca.LARGEST_FOR_COMMONS_MATH + 2;
                dimension++) {
            InMemoryFeatureTable table = InMemoryFeatureTable.of(decaying(200, dimension, 5));
            ComponentChoice choice = ComponentChoice.components(8);

            PcaProjection fitted = CommonsMathPca.keeping(choice).fit(table);
            PcaProjection reference = new CommonsMathPca(choice, new CommonsMathEigenSolver()).fit(table);

            for (int i = 0; i < 8; i++) {
                assertThat(fitted.components()[i]).containsExactly(reference.components()[i], within(1e-9));
            }
        }
    }

    @Test
    void it_is_found_as_a_service_of_the_local_engine() {
        ReducerProvider provider = ServiceLoader.load(ReducerProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(CommonsMathPcaProvider.class::isInstance)
                .findFirst()
                .orElseThrow();
        ComponentChoice choice = ComponentChoice.components(3);

        assertThat(provider.engine()).isEqualTo("local");
        assertThat(provider.open(choice).name()).isEqualTo(provider.name());
        assertThat(provider.open(choice).requested()).isEqualTo(choice.toString());
    }
}
