package dev.fruits.spark.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fruits.aws.server.S3Server;
import dev.fruits.core.json.JsonFields;
import dev.fruits.spark.it.SparkSubmission.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The jar, submitted as on a cluster, gives the results of a run on the local engine. */
class ClusterIT {
    /** Settings for a laptop or a cluster other than EMR, so that results appear on S3 only at the end. */
    private static final Map<String, String> MAGIC_COMMITTER = Map.of(
            "spark.hadoop.fs.s3a.committer.name",
            "magic",
            "spark.hadoop.mapreduce.outputcommitter.factory.scheme.s3a",
            "org.apache.hadoop.fs.s3a.commit.S3ACommitterFactory");

    @Test
    void two_executor_processes_give_the_results_of_the_local_engine_and_a_history() throws Exception {
        Path folder = Testbed.folder("local-cluster");
        Path events = Files.createDirectories(folder.resolve("events"));
        Outcome outcome = SparkSubmission.of(SparkSubmission.MAIN, "local-cluster[2,1,1024]")
                .in(Testbed.models())
                .with(Map.of(
                        "spark.eventLog.enabled",
                        "true",
                        "spark.eventLog.dir",
                        events.toUri().toString()))
                .run(
                        "submit",
                        folder,
                        BuildOutput.emrJar().toString(),
                        Testbed.run(
                                Testbed.images().toString(),
                                folder.resolve("out").toString()));
        assertThat(outcome.exitCode()).as(outcome.log()).isZero();
        Results results = new Results(folder.resolve("out"));
        results.requireSameAs(Testbed.reference());
        JsonFields engine = results.manifest().object("engine");
        assertThat(engine.string("name")).isEqualTo("spark");
        assertThat(engine.string("master")).isEqualTo("local-cluster[2,1,1024]");
        try (HistoryServer history = HistoryServer.over(events, folder)) {
            assertThat(history.jobs(engine.string("application")))
                    .contains("Extract features: fruitnet", "Write features", "Write reduced");
        }
    }

    @Test
    void yarn_in_cluster_mode_reads_and_writes_s3_and_leaves_nothing_pending() throws Exception {
        S3Server s3 = Testbed.s3();
        Path folder = Testbed.folder("yarn-s3");
        Path pipeline = Files.writeString(
                folder.resolve("pipeline.yaml"), """
                source:  { images: "%s" }
                extract: { model: fruitnet }
                reduce:  { pca: { components: 10 } }
                sink:    { parquet: "%s" }
                """.formatted(S3Server.url("photographs"), S3Server.url("out")));
        s3.put(pipeline, "jobs/pipeline.yaml");
        s3.put(BuildOutput.emrJar(), "jobs/fruits.jar");
        Map<String, String> configuration = new TreeMap<>(s3.options());
        configuration.putAll(MAGIC_COMMITTER);
        Outcome outcome = SparkSubmission.onYarn(SparkSubmission.MAIN, Testbed.yarn())
                .with(configuration)
                .run("submit", folder, S3Server.url("jobs/fruits.jar"), "run", S3Server.url("jobs/pipeline.yaml"));
        assertThat(outcome.exitCode())
                .as(outcome.log() + Testbed.yarn().said("stderr"))
                .isZero();
        assertThat(s3.pendingUploads()).isZero();
        assertThat(s3.keys("out/")).noneMatch(key -> key.contains("__magic") || key.contains("_temporary"));
        s3.getAll("out", folder.resolve("out"));
        Results results = new Results(folder.resolve("out"));
        results.requireSameAs(Testbed.reference());
        assertThat(results.manifest().object("engine").string("master")).isEqualTo("yarn");
        assertThat(Testbed.yarn().said("stdout")).contains("300 listed = 290 results + 10 rejected");
    }

    @Test
    void yarn_receives_the_exit_code_of_a_failed_run() throws Exception {
        Path folder = Testbed.folder("yarn-wrong");
        Outcome outcome = SparkSubmission.onYarn(SparkSubmission.MAIN, Testbed.yarn())
                .run(
                        "submit",
                        folder,
                        BuildOutput.emrJar().toString(),
                        Testbed.run(
                                folder.resolve("nothing").toString(),
                                folder.resolve("out").toString()));
        assertThat(outcome.exitCode()).as(outcome.log()).isNotZero();
        assertThat(outcome.log()).contains("final status: FAILED", "exited with status 2");
        assertThat(List.of(Testbed.yarn().said("stderr").split("\n", -1)))
                .anyMatch(line -> line.startsWith("fruits: images " + folder.resolve("nothing") + ": no such folder"));
    }
}
