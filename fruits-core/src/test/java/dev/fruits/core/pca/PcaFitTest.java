package dev.fruits.core.pca;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fruits.core.contract.InMemoryFeatureTable;
import dev.fruits.core.contract.PcaReducerContract;
import dev.fruits.core.engine.FeatureTable;
import dev.fruits.core.linalg.BlockedEigenSolver;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class PcaFitTest extends PcaReducerContract {
    @Override
    protected PcaReducer reducer(ComponentChoice choice) {
        return new CovarianceReducer(choice);
    }

    @Test
    void the_same_parts_give_the_same_bits_on_any_number_of_threads() throws IOException {
        InMemoryFeatureTable table =
                InMemoryFeatureTable.of(decaying(900, 300, 1)).inPartsOf(250);
        ComponentChoice choice = ComponentChoice.variance(0.99);

        PcaProjection one = PcaFit.of(table, choice, new BlockedEigenSolver(1));

        assertThat(PcaFit.of(table, choice, new BlockedEigenSolver(2))).isEqualTo(one);
        assertThat(PcaFit.of(table, choice, new BlockedEigenSolver(4))).isEqualTo(one);
    }

    private record CovarianceReducer(ComponentChoice choice) implements PcaReducer {
        @Override
        public String name() {
            return "covariance";
        }

        @Override
        public PcaProjection fit(FeatureTable features) throws IOException {
            return PcaFit.of(features, choice, new BlockedEigenSolver(1));
        }
    }
}
