package dev.fruits.local.pca;

import dev.fruits.core.contract.PcaReducerContract;
import dev.fruits.core.pca.ComponentChoice;
import dev.fruits.core.pca.PcaReducer;

class CommonsMathPcaReferenceTest extends PcaReducerContract {
    @Override
    protected PcaReducer reducer(ComponentChoice choice) {
        return new CommonsMathPca(choice, new CommonsMathEigenSolver());
    }
}
