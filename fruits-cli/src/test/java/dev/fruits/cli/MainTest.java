package dev.fruits.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fruits.cli.fake.FakeEngines;
import dev.fruits.cli.fake.FakeImages;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The program as a process of its own. */
@Timeout(60)
class MainTest {
    private static Process fruits(String... args) throws IOException {
        return fruitsOn("", args);
    }

    /** {@code launcher} as the value of {@link FakeEngines#LAUNCHER}, empty for none. */
    private static Process fruitsOn(String launcher, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                launcher.isEmpty() ? "-Da=b" : "-D" + FakeEngines.LAUNCHER + "=" + launcher,
                "-cp",
                System.getProperty("java.class.path"),
                "dev.fruits.cli.Main"));
        command.addAll(List.of(args));
        return new ProcessBuilder(command).start();
    }

    private static Process run(String images) throws IOException {
        return fruits("run", "--engine", "fake", "--model", "fake-cnn", "--out", "fake://out", "--images", images);
    }

    @Test
    void a_run_ends_with_0_and_its_summary_on_standard_output() throws Exception {
        Process process = run("fake://images/4");
        assertThat(process.inputReader(StandardCharsets.UTF_8).lines()).anyMatch(line -> line.contains("4 results"));
        assertThat(process.errorReader(StandardCharsets.UTF_8).lines()).noneMatch(line -> line.contains("stopped"));
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void wrong_use_ends_with_2_and_one_line_on_standard_error() throws Exception {
        Process process = fruits("run", "--images");
        assertThat(process.errorReader(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "fruits: missing required parameter for option '--images' (DIR|URL); see './fruits run --help'");
        assertThat(process.waitFor()).isEqualTo(2);
    }

    @Test
    void a_launcher_receives_the_exit_code_and_sets_the_default_engine() throws Exception {
        Process done = fruitsOn(
                "compatible", "run", "--model", "fake-cnn", "--out", "fake://out", "--images", "fake://images/4");
        assertThat(done.inputReader(StandardCharsets.UTF_8).lines()).anyMatch(line -> line.contains("4 results"));
        assertThat(done.waitFor()).isZero();
        Process failed = fruitsOn("compatible", "run", "--images", FakeImages.MISSING, "--model", "fake-cnn");
        assertThat(failed.errorReader(StandardCharsets.UTF_8).lines())
                .anyMatch(line -> line.contains("FakeEngines$Ended: exit code 2"));
    }

    @Test
    void a_program_that_was_built_for_another_launcher_says_so_and_does_nothing() throws Exception {
        Process process = fruitsOn("other", "models");
        assertThat(process.errorReader(StandardCharsets.UTF_8).lines())
                .first()
                .isEqualTo("fruits: launcher 2: this program was built for launcher 1");
        assertThat(process.inputReader(StandardCharsets.UTF_8).lines()).isEmpty();
        assertThat(process.waitFor()).isNotZero();
    }

    @Test
    void a_run_that_is_told_to_stop_says_how_to_go_on() throws Exception {
        assertSaysHowToGoOn(run(FakeImages.ENDLESS));
    }

    @Test
    void a_training_that_is_told_to_stop_says_how_to_go_on() throws Exception {
        assertSaysHowToGoOn(fruits("train", "--out", "out", "--train", FakeImages.ENDLESS));
    }

    private static void assertSaysHowToGoOn(Process process) throws Exception {
        try (BufferedReader errors = process.errorReader(StandardCharsets.UTF_8)) {
            assertThat(errors.readLine()).isEqualTo("listing");
            process.toHandle().destroy(); // Process.destroy() would close the streams, too
            assertThat(errors.lines().collect(Collectors.joining())).contains("fruits: stopped", "--resume");
        }
        assertThat(process.waitFor()).isEqualTo(128 + 15);
    }
}
