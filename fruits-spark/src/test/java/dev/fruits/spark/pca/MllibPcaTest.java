package dev.fruits.spark.pca;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.contract.InMemoryFeatureTable;
import dev.fruits.core.pca.ComponentChoice;
import dev.fruits.core.pca.PcaReducer;
import org.junit.jupiter.api.Test;

class MllibPcaTest extends SparkReducerContract {
    @Override
    protected PcaReducer reducer(ComponentChoice choice) {
        return MllibPca.keeping(choice);
    }

    @Test
    void more_columns_than_mllib_decomposes_are_refused_before_the_work() {
        InMemoryFeatureTable wide = InMemoryFeatureTable.of(new float[2][MllibPca.MOST_COLUMNS + 1]);

        assertThatThrownBy(() -> reducer(ComponentChoice.components(1)).fit(wide))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("reducer mllib: MLlib decomposes at most 17514 features (and reads at most 65535),"
                        + " not 17515; pass --reducer moments");
    }
}
