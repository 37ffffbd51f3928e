package dev.fruits.djl;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import dev.fruits.core.RunFailedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** DJL on ONNX Runtime, made quiet: no network, no telemetry, no second engine; what the user set stays. */
final class OnnxEngine {
    /** Threads come from the callers: one each, which no other load on the machine can stall. */
    private static final Map<String, String> SESSION_OPTIONS =
            Map.of("intraOpNumThreads", "1", "interOpNumThreads", "1");

    private static final Map<String, String> DEFAULTS = Map.of(
            "ai.djl.offline", "true",
            "OPT_OUT_TRACKING", "true",
            "ai.djl.onnx.disable_alternative", "true");

    static {
        DEFAULTS.forEach((name, value) -> {
            if (System.getProperty(name) == null) {
                System.setProperty(name, value);
            }
        });
    }

    private OnnxEngine() {}

    /**
     * Loads a plain file on the CPU.
     *
     * @throws RunFailedException if the engine does not start or does not take the file
     */
    static Model load(String name, Path file) {
        Model model = newModel(name);
        try {
            model.load(file, null, SESSION_OPTIONS);
            return model;
        } catch (IOException | MalformedModelException | RuntimeException e) {
            model.close();
            throw new RunFailedException(
                    "model " + file + ": ONNX Runtime does not load it: " + rootCause(e)
                            + "; export it for an older opset, or from operators that ONNX Runtime has",
                    e);
        }
    }

    private static Model newModel(String name) {
        try {
            return Model.newInstance(name, Device.cpu(), "OnnxRuntime");
        } catch (RuntimeException | LinkageError | AssertionError e) {
            throw new RunFailedException(
                    "ONNX Runtime does not start on " + System.getProperty("os.name") + " "
                            + System.getProperty("os.arch") + ": " + rootCause(e)
                            + "; it needs linux x64 or aarch64 (glibc 2.28), macOS arm64 or Windows x64, and nothing may"
                            + " use its Java API before DJL",
                    e);
        }
    }

    /** The first line of what went wrong at the bottom. */
    static String rootCause(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return message == null || message.isBlank()
                ? cause.getClass().getSimpleName()
                : message.lines().findFirst().orElse(message).strip();
    }
}
