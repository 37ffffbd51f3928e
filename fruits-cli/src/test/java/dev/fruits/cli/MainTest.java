package dev.fruits.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fruits.cli.fake.FakeHost;
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

    /** {@code host} as {@link FakeHost} takes it, empty for none. */
    private static Process fruitsOn(String host, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                host.isEmpty() ? "-Da=b" : "-D" + FakeHost.PROPERTY + "=" + host,
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
                        "fruits: missing required parameter for option '--images' (DIR|URL); see 'fruits run --help'");
        assertThat(process.waitFor()).isEqualTo(2);
    }

    @Test
    void a_host_learns_the_exit_code_and_gives_the_engine() throws Exception {
        Process done =
                fruitsOn("fit", "run", "--model", "fake-cnn", "--out", "fake://out", "--images", "fake://images/4");
        assertThat(done.inputReader(StandardCharsets.UTF_8).lines()).anyMatch(line -> line.contains("4 results"));
        assertThat(done.waitFor()).isZero();
        Process failed = fruitsOn("fit", "run", "--images", FakeImages.MISSING, "--model", "fake-cnn");
        assertThat(failed.errorReader(StandardCharsets.UTF_8).lines())
                .anyMatch(line -> line.contains("FakeHost$Ended: the host was told 2"));
    }

    @Test
    void a_program_that_was_not_built_for_its_host_says_so_and_does_nothing() throws Exception {
        Process process = fruitsOn("unfit", "models");
        assertThat(process.errorReader(StandardCharsets.UTF_8).lines())
                .first()
                .isEqualTo("fruits: host 2: this program was built for host 1");
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
