package dev.fruits.local.engine;

import dev.fruits.core.engine.Engine;
import dev.fruits.core.spi.EngineProvider;
import dev.fruits.core.spi.EngineSettings;

/** Offers {@link LocalEngine} as {@code local}. */
public final class LocalEngineProvider implements EngineProvider {
    @Override
    public String name() {
        return "local";
    }

    @Override
    public Engine open(EngineSettings settings) {
        return LocalEngine.open(settings);
    }
}
