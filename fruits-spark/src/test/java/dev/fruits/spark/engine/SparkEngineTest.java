package dev.fruits.spark.engine;

import dev.fruits.core.contract.EngineContract;
import dev.fruits.core.engine.Engine;

class SparkEngineTest extends EngineContract {
    @Override
    protected Engine open() {
        return SparkEngine.on(LocalSpark.session());
    }
}
