package dev.fruits.spark.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fruits.aws.server.OwnProcess;
import dev.fruits.spark.it.SparkSubmission.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Executors that are killed or delayed during the extraction do not change the results. */
class LostWorkIT {
    @Test
    void an_executor_that_is_killed_in_the_middle_changes_nothing() throws Exception {
        Path folder = Testbed.folder("killed-executor");
        HeldImage held = HeldImage.in(folder);
        try (OwnProcess driver = submission("local-cluster[2,1,1024]", held)
                .start("submit", folder, BuildOutput.emrJar().toString(), run(folder))) {
            long executor = held.reader(driver);
            assertThat(ProcessHandle.of(executor).orElseThrow().info().commandLine())
                    .hasValueSatisfying(line -> assertThat(line).contains("CoarseGrainedExecutorBackend"));
            OwnProcess.signal("KILL", executor);
            Outcome outcome = SparkSubmission.ended(driver);
            assertThat(outcome.exitCode()).as(outcome.log()).isZero();
            assertThat(outcome.log()).contains("Lost executor");
            requireWhole(folder);
        }
    }

    @Test
    void an_image_that_speculation_reads_twice_is_there_once() throws Exception {
        Path folder = Testbed.folder("speculation");
        HeldImage held = HeldImage.in(folder);
        try (StandaloneCluster cluster = StandaloneCluster.start(folder.resolve("cluster"))) {
            Outcome outcome = submission(cluster.url(), held)
                    .with(Map.of(
                            "spark.speculation", "true",
                            "spark.speculation.quantile", "0.1",
                            "spark.speculation.multiplier", "1.0",
                            "spark.speculation.minTaskRuntime", "10ms",
                            "spark.speculation.interval", "10ms"))
                    .run("submit", folder, BuildOutput.emrJar().toString(), run(folder));
            assertThat(outcome.exitCode()).as(outcome.log()).isZero();
            assertThat(held.holder()).exists(); // its reader waits for ever: only another attempt can have read it
            assertThat(outcome.log()).contains("Killing attempt 0 for task");
            requireWhole(folder);
        }
    }

    private static SparkSubmission submission(String master, HeldImage held) {
        return SparkSubmission.of(SparkSubmission.MAIN, master)
                .in(Testbed.models())
                .with(Map.of("spark.fruits.slice.images", "16", "spark.executor.memory", "1g"))
                .with(held.options());
    }

    /** Read and written through Hadoop. */
    private static String[] run(Path folder) throws Exception {
        return Testbed.run("file://" + Testbed.images(), "file://" + folder.resolve("out"));
    }

    private static void requireWhole(Path folder) throws Exception {
        Results results = new Results(folder.resolve("out"));
        results.requireSameAs(Testbed.reference());
        assertThat(results.manifest().object("counts").integer("cnn_runs")).isEqualTo(FruitFolder.GOOD);
        Testbed.requireNoDifference(results, Testbed.reference());
        try (var left = Files.list(results.folder())) {
            assertThat(left).noneMatch(path -> path.getFileName().toString().contains("_temporary"));
        }
    }
}
