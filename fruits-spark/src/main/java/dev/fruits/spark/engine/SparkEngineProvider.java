package dev.fruits.spark.engine;

import dev.fruits.core.engine.Engine;
import dev.fruits.core.spi.EngineProvider;
import dev.fruits.core.spi.EngineSettings;
import dev.fruits.core.store.S3aSettings;
import dev.fruits.core.store.StoreSettings;

/** Offers {@link SparkEngine} as {@code spark}. */
public final class SparkEngineProvider implements EngineProvider {
    @Override
    public String name() {
        return "spark";
    }

    /** As system properties of this JVM, where Spark looks for its settings; a session that runs already keeps its own. */
    @Override
    public void adopt(StoreSettings store) {
        S3aSettings.of(store).forEach(System::setProperty);
    }

    @Override
    public Engine open(EngineSettings settings) {
        return SparkEngine.open(settings);
    }
}
