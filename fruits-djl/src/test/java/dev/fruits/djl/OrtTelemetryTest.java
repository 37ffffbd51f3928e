package dev.fruits.djl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fruits.core.spi.ModelRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a process of its own each, for ONNX Runtime decides once; its queue in the home folder tells what it decided. */
class OrtTelemetryTest {
    @TempDir
    Path home;

    /** Loads fruitnet; its argument is the folder for weights. */
    static final class Loading {
        private Loading() {}

        public static void main(String[] args) throws IOException {
            new DjlModelProvider()
                    .open(new ModelRequest("fruitnet", Path.of(args[0])))
                    .openSession()
                    .close();
        }
    }

    private String leftInHome(Map<String, String> environment) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Loading.class.getName(),
                home.resolve("models").toString());
        // As on a machine of a user: continuous integration alone would keep it silent.
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().put("HOME", home.toString());
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(home.resolve("log.txt").toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(home.resolve("log.txt")))
                .isZero();
        try (Stream<Path> left = Files.walk(home)) {
            return left.map(Path::toString).toList().toString();
        }
    }

    @Test
    void onnx_runtime_reports_nothing_and_leaves_nothing_in_the_home_folder() throws Exception {
        assertThat(leftInHome(Map.of())).contains("fruitnet").doesNotContain("Microsoft");
    }

    @Test
    void a_variable_that_the_user_set_stays() throws Exception {
        assertThat(leftInHome(Map.of(OrtTelemetry.DISABLING, "1"))).doesNotContain("Microsoft");
    }
}
