package dev.fruits.local.pca;

import dev.fruits.core.contract.ReducerContract;
import dev.fruits.core.pca.ComponentChoice;
import dev.fruits.core.pca.Reducer;

class CommonsMathPcaReferenceTest extends ReducerContract {
    @Override
    protected Reducer reducer(ComponentChoice choice) {
        return CommonsMathPca.referenceKeeping(choice);
    }
}
