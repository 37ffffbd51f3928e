package dev.fruits.lambda;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Keeps DJL, JNA and ONNX Runtime off the home folder, which cannot be written to in Lambda; and spares
 * them unpacking what the package holds unpacked. What the user set stays.
 */
final class WritableFolders {
    private WritableFolders() {}

    /** To be called before the first class of DJL's starts. */
    static void prepare(Map<String, String> environment, Path models) {
        set("DJL_CACHE_DIR", models.resolve("djl").toString());
        set("jna.tmpdir", models.resolve("jna").toString());
        Path unpacked = Path.of(environment.getOrDefault("LAMBDA_TASK_ROOT", ""), "native", "linux-" + architecture());
        if (Files.isDirectory(unpacked)) {
            set("onnxruntime.native.path", unpacked.toAbsolutePath().toString());
        }
    }

    /** As ONNX Runtime names it. */
    private static String architecture() {
        String name = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return name.equals("amd64") ? "x64" : name;
    }

    private static void set(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
