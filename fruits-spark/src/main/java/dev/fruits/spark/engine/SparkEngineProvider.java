package dev.fruits.spark.engine;

import dev.fruits.core.engine.Engine;
import dev.fruits.core.spi.EngineProvider;
import dev.fruits.core.spi.EngineSettings;

/** Offers {@link SparkEngine} as {@code spark}. */
public final class SparkEngineProvider implements EngineProvider {
    @Override
    public String name() {
        return "spark";
    }

    @Override
    public Engine open(EngineSettings settings) {
        return SparkEngine.open(settings);
    }
}
