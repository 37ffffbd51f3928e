package dev.fruits.core.pca;

import dev.fruits.core.contract.JacobiEigenSolver;
import dev.fruits.core.contract.PcaReducerContract;
import dev.fruits.core.engine.FeatureTable;
import java.io.IOException;

class PcaFitTest extends PcaReducerContract {
    @Override
    protected PcaReducer reducer(ComponentChoice choice) {
        return new CovarianceReducer(choice);
    }

    private record CovarianceReducer(ComponentChoice choice) implements PcaReducer {
        @Override
        public String name() {
            return "covariance";
        }

        @Override
        public PcaProjection fit(FeatureTable features) throws IOException {
            return PcaFit.of(features, choice, new JacobiEigenSolver());
        }
    }
}
