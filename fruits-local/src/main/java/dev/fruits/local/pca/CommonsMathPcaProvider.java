package dev.fruits.local.pca;

import dev.fruits.core.pca.ComponentChoice;
import dev.fruits.core.pca.Reducer;
import dev.fruits.core.spi.ReducerProvider;

/** Offers {@link CommonsMathPca} to the local engine. */
public final class CommonsMathPcaProvider implements ReducerProvider {
    @Override
    public String name() {
        return "commons-math";
    }

    @Override
    public String engine() {
        return "local";
    }

    @Override
    public Reducer open(ComponentChoice choice) {
        return CommonsMathPca.keeping(choice);
    }
}
