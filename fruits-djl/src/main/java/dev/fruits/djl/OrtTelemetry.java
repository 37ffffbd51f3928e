package dev.fruits.djl;

import com.sun.jna.NativeLibrary;
import dev.fruits.core.Failures;
import java.util.Map;

/**
 * What ONNX Runtime would report to Microsoft: its builds from 1.29 on do so on Linux and macOS unless a variable of the
 * process says otherwise, and keep a device id and a queue in {@code ~/.cache/Microsoft} meanwhile. Java cannot set
 * variables of its own process, so that the C library is asked to.
 *
 * <p>Source: ONNX Runtime, docs/Privacy.md.
 */
final class OrtTelemetry {
    static final String DISABLING = "ORT_DISABLE_TELEMETRY";

    private static final System.Logger LOG = System.getLogger(OrtTelemetry.class.getName());

    private OrtTelemetry() {}

    /** Turns it off, before the first class of ONNX Runtime's is used; what the user set stays. */
    static void turnOff(Map<String, String> environment) {
        if (environment.containsKey(DISABLING) || System.getProperty("os.name").startsWith("Windows")) {
            return;
        }
        try {
            Object[] arguments = {DISABLING, "1", 0};
            NativeLibrary.getProcess().getFunction("setenv").invokeInt(arguments);
        } catch (RuntimeException | LinkageError e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "ONNX Runtime may report its use to Microsoft, as " + DISABLING + " could not be set ("
                            + Failures.rootReason(e) + "); set it to 1 before the start");
        }
    }
}
