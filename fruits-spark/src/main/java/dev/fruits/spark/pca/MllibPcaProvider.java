package dev.fruits.spark.pca;

import dev.fruits.core.pca.ComponentChoice;
import dev.fruits.core.pca.Reducer;
import dev.fruits.core.spi.ReducerProvider;

/** Offers {@link MllibPca} by its name. */
public final class MllibPcaProvider implements ReducerProvider {
    @Override
    public String name() {
        return MllibPca.NAME;
    }

    @Override
    public String engine() {
        return "spark";
    }

    @Override
    public boolean isDefault() {
        return false;
    }

    @Override
    public Reducer open(ComponentChoice choice) {
        return MllibPca.keeping(choice);
    }
}
