package dev.fruits.core.engine;

import dev.fruits.core.contract.EngineContract;
import dev.fruits.core.contract.SerializingEngine;

class SerializingEngineTest extends EngineContract {
    @Override
    protected Engine open() {
        return new SerializingEngine();
    }
}
