package dev.fruits.spark.pca;

import dev.fruits.core.pca.ComponentChoice;
import dev.fruits.core.pca.Reducer;
import dev.fruits.core.spi.ReducerProvider;

/** Offers {@link SparkMomentsPca} to the engine on Spark. */
public final class SparkMomentsPcaProvider implements ReducerProvider {
    @Override
    public String name() {
        return SparkMomentsPca.NAME;
    }

    @Override
    public String engine() {
        return "spark";
    }

    @Override
    public Reducer open(ComponentChoice choice) {
        return SparkMomentsPca.keeping(choice);
    }
}
