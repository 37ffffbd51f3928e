package dev.fruits.train;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;

/** DJL's PyTorch engine, from the class path alone: no download, no telemetry. */
final class PyTorch {
    private PyTorch() {}

    /**
     * @param threads for the whole JVM
     */
    static Engine engine(int threads) {
        System.setProperty("ai.djl.offline", "true");
        Engine engine = Engine.getEngine("PyTorch");
        JniUtils.setNumThreads(threads);
        return engine;
    }
}
