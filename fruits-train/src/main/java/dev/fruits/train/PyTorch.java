package dev.fruits.train;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.pytorch.jni.JniUtils;
import dev.fruits.core.Failures;
import dev.fruits.core.RunFailedException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** DJL's PyTorch engine, from the class path alone: no download, no telemetry. */
final class PyTorch {
    /** Processors with natives, by the first letters of the operating system's name. */
    private static final Map<String, Set<String>> PLATFORMS =
            Map.of("linux", Set.of("amd64", "aarch64"), "mac", Set.of("aarch64"), "windows", Set.of("amd64"));

    private static final Map<String, String> DEFAULTS =
            Map.of("ai.djl.offline", "true", "OPT_OUT_TRACKING", "true", "ai.djl.onnx.disable_alternative", "true");

    private PyTorch() {}

    /**
     * @throws RunFailedException if there are no natives for this machine
     */
    static void requirePlatform() {
        requirePlatform(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    static void requirePlatform(String system, String processor) {
        String name = system.toLowerCase(Locale.ROOT);
        boolean known = PLATFORMS.entrySet().stream()
                .anyMatch(platform -> name.startsWith(platform.getKey())
                        && platform.getValue().contains(processor));
        if (!known) {
            throw new RunFailedException("PyTorch on " + system + " " + processor + ": there is none; train on Linux"
                    + " (x86-64, aarch64), macOS (Apple silicon) or Windows (x86-64); the network that comes of it runs"
                    + " wherever ONNX Runtime does");
        }
    }

    /**
     * @param threads for the whole JVM
     * @throws RunFailedException if it does not start
     */
    static Engine engine(int threads) {
        DEFAULTS.forEach((name, value) -> System.getProperties().putIfAbsent(name, value));
        try {
            Engine engine = Engine.getEngine("PyTorch");
            JniUtils.setNumThreads(threads);
            return engine;
        } catch (RuntimeException | LinkageError e) {
            throw new RunFailedException(
                    "PyTorch does not start: " + Failures.rootReason(e)
                            + "; it needs glibc 2.28 and 450 MB for its libraries in the"
                            + " folder that DJL_CACHE_DIR names (~/.djl.ai where it names none)",
                    e);
        }
    }

    /** Puts values into an array. {@code set(float[])} and {@code copyTo} do so too, with a native warning on standard error. */
    static void put(float[] values, NDArray array) {
        JniUtils.setGradMode(false);
        try (NDArray source = array.getManager().create(values, array.getShape())) {
            array.set(new NDIndex("..."), source);
        }
    }
}
