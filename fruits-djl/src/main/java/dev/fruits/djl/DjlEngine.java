package dev.fruits.djl;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.Engine;
import dev.fruits.core.Failures;
import dev.fruits.core.RunFailedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * DJL's engines, made quiet: no network, no telemetry, none loads another, one thread each; what the user set stays.
 * Threads come from the callers, which no other load on the machine can stall.
 */
final class DjlEngine {
    private static final Map<String, String> ONNX_OPTIONS = Map.of("intraOpNumThreads", "1", "interOpNumThreads", "1");

    private static final Map<String, String> DEFAULTS = Map.of(
            "ai.djl.offline", "true",
            "OPT_OUT_TRACKING", "true",
            "ai.djl.onnx.disable_alternative", "true",
            "ai.djl.pytorch.num_threads", "1",
            "ai.djl.pytorch.num_interop_threads", "1");

    static {
        DEFAULTS.forEach((name, value) -> {
            if (System.getProperty(name) == null) {
                System.setProperty(name, value);
            }
        });
        OrtTelemetry.turnOff(System.getenv());
    }

    private DjlEngine() {}

    /**
     * Loads a file of ONNX or TorchScript on the CPU.
     *
     * @param name for messages: the model's own file
     * @throws RunFailedException if the engine is absent, does not start or does not take the file
     */
    static Model load(String name, Path file, WeightsKind kind) {
        Model model = newModel(name, kind);
        try {
            model.load(file, null, kind == WeightsKind.ONNX ? ONNX_OPTIONS : Map.of());
            return model;
        } catch (IOException | MalformedModelException | RuntimeException e) {
            model.close();
            throw new RunFailedException("model " + name + ": " + refusal(kind, Failures.rootReason(e)), e);
        }
    }

    private static String refusal(WeightsKind kind, String cause) {
        return kind == WeightsKind.ONNX
                ? "ONNX Runtime does not load it: " + cause
                        + "; export it for an older opset, or from operators that ONNX Runtime has"
                : "PyTorch does not load it: " + cause
                        + "; save it with torch.jit.save, by a PyTorch that is no newer than the engine's";
    }

    /** Why files of a kind cannot be run here; empty where their engine is on the class path. */
    static Optional<String> missing(WeightsKind kind) {
        return kind == WeightsKind.ONNX || Engine.hasEngine(kind.engine())
                ? Optional.empty()
                : Optional.of(
                        "a .pt file needs DJL's PyTorch engine; add ai.djl.pytorch:pytorch-engine, pytorch-jni and"
                                + " pytorch-native-cpu to the class path, or export the model as .onnx");
    }

    private static Model newModel(String name, WeightsKind kind) {
        missing(kind).ifPresent(missing -> {
            throw new RunFailedException("model " + name + ": " + missing);
        });
        try {
            return Model.newInstance(name, Device.cpu(), kind.engine());
        } catch (RuntimeException | LinkageError | AssertionError e) {
            throw new RunFailedException(
                    kind.engine() + " does not start on " + System.getProperty("os.name") + " "
                            + System.getProperty("os.arch") + ": " + Failures.rootReason(e) + "; " + needs(kind),
                    e);
        }
    }

    private static String needs(WeightsKind kind) {
        return kind == WeightsKind.ONNX
                ? "it needs linux x64 or aarch64 (glibc 2.28), macOS arm64 or Windows x64, and nothing may use its"
                        + " Java API before DJL"
                : "pytorch-native-cpu for this platform must be on the class path";
    }
}
