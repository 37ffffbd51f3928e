package dev.fruits.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fruits.aws.server.OwnProcess;
import dev.fruits.aws.server.S3Server;
import dev.fruits.cli.fake.FakeModels;
import dev.fruits.cli.fake.LightModels;
import dev.fruits.emr.server.EmrStandIn;
import dev.fruits.emr.server.Inside;
import dev.fruits.emr.server.Moment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code fruits emr launch}, {@code status}, {@code logs} and {@code stop} against a stand-in for EMR and an S3 server. */
class EmrCommandsTest {
    private static final AtomicInteger RUNS = new AtomicInteger();
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Nobody is asked for credentials but this process. */
    private static final String NO_METADATA = "aws.disableEc2Metadata";

    private static S3Server s3;

    @TempDir
    Path folder;

    private final String run = "run-" + RUNS.incrementAndGet();
    private EmrStandIn emr;

    @BeforeAll
    static void start(@TempDir Path place) throws Exception {
        s3 = S3Server.start(place.resolve("server"));
        Path photo = Files.writeString(place.resolve("1.jpg"), "only listed");
        for (String label : List.of("Apple", "Plum")) {
            s3.put(photo, "photos/" + label + "/1.jpg");
        }
    }

    @AfterAll
    static void end() throws IOException {
        s3.close();
    }

    @BeforeEach
    void arrange() throws IOException {
        emr = EmrStandIn.start();
        System.setProperty("aws.endpointUrlEmr", emr.endpoint().toString());
        System.setProperty("aws.endpointUrlEmrServerless", emr.endpoint().toString());
        System.setProperty(NO_METADATA, "true");
        S3Server.credentials().forEach(System::setProperty);
        Files.writeString(folder.resolve("fruits.jar"), "not really a jar");
        Files.writeString(folder.resolve("pipeline.yaml"), """
                source:  { images: s3://%s/photos }
                extract: { model: %s }
                reduce:  { pca: { components: 1 } }
                sink:    { parquet: s3://%s/results/%s }
                """.formatted(
                        S3Server.BUCKET, LightModels.NAME, S3Server.BUCKET, run));
    }

    @AfterEach
    void nothing_broke_the_protocol() {
        S3Server.credentials().keySet().forEach(System::clearProperty);
        List.of("aws.endpointUrlEmr", "aws.endpointUrlEmrServerless", NO_METADATA)
                .forEach(System::clearProperty);
        emr.close();
        assertThat(emr.faults()).isEmpty();
    }

    private List<String> place() {
        return List.of(
                "--region",
                EmrStandIn.REGION,
                "--path-style",
                "--endpoint",
                String.valueOf(s3.settings().endpoint()),
                "--poll",
                "1");
    }

    private List<String> launchWords(String... more) {
        List<String> words = new ArrayList<>(
                List.of("emr", "launch", folder.resolve("pipeline.yaml").toString(), "--name", run));
        words.addAll(List.of("--folder", "s3://" + S3Server.BUCKET + "/emr", "--nodes", "2"));
        words.addAll(List.of("--rate", "10", "--price", "0.23"));
        words.addAll(List.of("--jar", folder.resolve("fruits.jar").toString()));
        words.addAll(List.of("--report", folder.resolve("report").toString()));
        words.addAll(place());
        words.addAll(List.of(more));
        return words;
    }

    private int launch(Session session, String... more) {
        return session.fruits(launchWords(more).toArray(String[]::new));
    }

    private int emr(Session session, String verb, String... more) {
        List<String> words = new ArrayList<>(List.of("emr", verb));
        words.addAll(place());
        words.addAll(List.of(more));
        return session.fruits(words.toArray(String[]::new));
    }

    @Test
    void a_launch_shows_the_estimate_follows_the_run_and_brings_the_report_back() throws Exception {
        s3.put(Files.writeString(folder.resolve("manifest"), "{}"), "results/" + run + "/manifest.json");
        Session session = Session.plain();
        assertThat(launch(session)).as(session.err()).isZero();
        assertThat(session.err())
                .contains("uploaded s3://fruits/emr/" + run + "/fruits.jar")
                .contains("was created for run " + run)
                .contains(": running (RUNNING, Running step)");
        assertThat(session.out()).contains("USD").contains("run " + run + ": done; downloaded [");
        assertThat(folder.resolve("report/manifest.json")).hasContent("{}");
    }

    @Test
    void the_pipeline_file_on_s3_names_only_places_that_the_cluster_reaches() throws Exception {
        Files.writeString(folder.resolve("pipeline.yaml"), """
                source:  { images: s3://%s/photos, per-label: 10, seed: 7 }
                extract: { model: %s }
                sink:    { parquet: s3://%s/results/%s }
                residency: eu
                """.formatted(
                        S3Server.BUCKET, LightModels.NAME, S3Server.BUCKET, run));
        assertThat(launch(Session.plain(), "--detach")).isZero();
        assertThat(s3.text("emr/" + run + "/pipeline.yaml"))
                .contains("images: s3://fruits/photos", "per-label: 10", "seed: 7")
                .contains("parquet: s3://fruits/results/" + run)
                .contains("engine: spark")
                .contains("residency: eu", "region: " + EmrStandIn.REGION);
        assertThat(Inside.texts(emr.created().get(0), "Steps.0.HadoopJarStep.Args"))
                .endsWith("run", "s3://fruits/emr/" + run + "/pipeline.yaml");
    }

    @Test
    void a_cnn_by_name_whose_weights_do_not_come_with_the_jar_is_brought_with_its_card() throws Exception {
        Path models = Files.createDirectory(folder.resolve("models"));
        Files.writeString(models.resolve(FakeModels.FILE), "weights");
        Files.writeString(models.resolve("fake-cnn.card.json"), "{}");
        Path pipeline = folder.resolve("pipeline.yaml");
        Files.writeString(pipeline, Files.readString(pipeline).replace(LightModels.NAME, FakeModels.NAME));
        Session session = new Session(Map.of("FRUITS_MODELS", models.toString()), new StoppedClock());
        assertThat(launch(session, "--detach")).as(session.err()).isZero();
        assertThat(session.out()).doesNotContain("copy its weights");
        assertThat(s3.text("emr/" + run + "/model/fake-cnn.onnx")).isEqualTo("weights");
        assertThat(s3.text("emr/" + run + "/model/fake-cnn.card.json")).isEqualTo("{}");
        assertThat(s3.text("emr/" + run + "/pipeline.yaml"))
                .contains("model: s3://fruits/emr/" + run + "/model/fake-cnn.onnx");
    }

    @Test
    void weights_that_are_not_here_end_it_before_anything_is_brought_or_made() throws Exception {
        Path pipeline = folder.resolve("pipeline.yaml");
        Files.writeString(pipeline, Files.readString(pipeline).replace(LightModels.NAME, "mobilenet_v1"));
        Session session =
                new Session(Map.of("FRUITS_MODELS", folder.resolve("none").toString()), new StoppedClock());
        assertThat(launch(session)).isEqualTo(2);
        assertThat(session.err()).startsWith("fruits: model mobilenet_v1: mobilenet_v1.onnx is not in ");
        assertThat(emr.calls()).isEmpty();
        assertThat(s3.keys("emr/" + run)).isEmpty();
    }

    @Test
    void a_pipeline_file_by_url_is_read_from_the_store_that_the_options_name() throws Exception {
        s3.put(folder.resolve("pipeline.yaml"), "pipelines/" + run + ".yaml");
        String url = "s3://fruits/pipelines/" + run + ".yaml";
        List<String> words = launchWords("--detach");
        words.set(2, url);
        Session launch = Session.plain();
        assertThat(launch.fruits(words.toArray(String[]::new))).as(launch.err()).isZero();
        List<String> plan = new ArrayList<>(List.of("emr", "plan", url, "--rate", "1", "--price", "1", "--out"));
        plan.add(folder.resolve("plan").toString());
        plan.addAll(place().subList(0, place().indexOf("--poll")));
        Session planned = Session.plain();
        assertThat(planned.fruits(plan.toArray(String[]::new)))
                .as(planned.err())
                .isZero();
    }

    @Test
    void a_second_launch_attaches_and_one_after_the_end_is_wrong_use() {
        assertThat(launch(Session.plain(), "--detach")).isZero();
        Session second = Session.plain();
        assertThat(launch(second)).as(second.err()).isZero();
        assertThat(second.err()).contains("run " + run + " is already active");
        Session third = Session.plain();
        assertThat(launch(third)).isEqualTo(2);
        assertThat(third.err()).contains("has finished").contains("--overwrite");
        assertThat(emr.created()).hasSize(1);
    }

    @Test
    void a_failed_step_is_exit_code_1_with_its_reason() {
        emr.script(Moment.stepFailed());
        Session session = Session.plain();
        assertThat(launch(session)).isEqualTo(1);
        assertThat(session.err())
                .contains("failed (the step failed: Unknown Error.")
                .contains("./fruits emr logs");
        assertThat(emr(Session.plain(), "status", run)).isEqualTo(1);
    }

    @Test
    void a_run_that_is_terminated_elsewhere_is_exit_code_1() {
        emr.script(Moment.terminatedByUser());
        Session session = Session.plain();
        assertThat(launch(session)).isEqualTo(1);
        assertThat(session.err()).contains("was stopped (Terminated by user request)");
    }

    @Test
    void status_tells_runs_in_a_table_and_as_json() {
        launch(Session.plain(), "--detach");
        Session one = Session.plain();
        assertThat(emr(one, "status", run)).isZero();
        assertThat(one.out()).contains(run).contains("cluster j-").contains("s3://fruits/emr/" + run);
        Session all = Session.plain();
        assertThat(emr(all, "status", "--json")).isZero();
        assertThat(all.out()).contains("\"run\": \"" + run + "\"", "\"recorded\": true");
    }

    @Test
    void a_run_that_nobody_knows_is_wrong_use() {
        for (String verb : List.of("status", "logs", "stop")) {
            Session session = Session.plain();
            assertThat(emr(session, verb, "nobody")).isEqualTo(2);
            assertThat(session.err()).startsWith("fruits: run nobody: not found in this region");
        }
    }

    @Test
    void stop_ends_a_run_and_says_so_where_it_had_ended_before() {
        launch(Session.plain(), "--detach");
        Session first = Session.plain();
        assertThat(emr(first, "stop", run)).isZero();
        assertThat(first.out()).contains("is terminating; its files stay on S3");
        Session second = Session.plain();
        assertThat(emr(second, "stop", run)).isZero();
        assertThat(second.out()).contains("had already ended (stopped)");
    }

    @Test
    void logs_that_are_not_there_yet_are_exit_code_1_and_later_ones_are_printed() throws Exception {
        launch(Session.plain(), "--detach");
        Session early = Session.plain();
        assertThat(emr(early, "logs", run)).isEqualTo(1);
        assertThat(early.err()).contains("none on S3 yet");
        String id = emr.clusterIds().get(0);
        s3.put(
                Files.writeString(folder.resolve("stderr"), "one\ntwo\n"),
                "emr/" + run + "/logs/" + id + "/steps/s-1/stderr");
        Session late = Session.plain();
        assertThat(emr(late, "logs", run, "--lines", "1")).isZero();
        assertThat(late.out()).isEqualTo("two" + System.lineSeparator());
    }

    @Test
    void a_budget_below_the_estimate_makes_and_brings_nothing() {
        Session session = Session.plain();
        assertThat(launch(session, "--budget", "0.01")).isEqualTo(2);
        assertThat(session.err()).contains("budget");
        assertThat(emr.calls()).isEmpty();
        assertThat(s3.keys("emr/" + run)).isEmpty();
    }

    @Test
    void a_key_outside_the_eu_ends_it_before_anything_is_brought_or_made() {
        Session session = Session.plain();
        String[] words = {"--residency", "eu", "--kms-key", "arn:aws:kms:us-east-1:123456789012:key/1"};
        assertThat(launch(session, words)).isEqualTo(2);
        assertThat(session.err()).contains("kms-key: is in us-east-1, outside the EU, and residency is eu");
        assertThat(emr.calls()).isEmpty();
        assertThat(s3.keys("emr/" + run)).isEmpty();
    }

    @Test
    void without_credentials_one_line_names_the_remedy() {
        S3Server.credentials().keySet().forEach(System::clearProperty);
        Session session = Session.plain();
        assertThat(emr(session, "status")).isEqualTo(1);
        assertThat(session.err())
                .isEqualTo("fruits: EMR ListClusters: no AWS credentials on this machine; set AWS_PROFILE or"
                        + " AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, run 'aws configure', or give the machine a role"
                        + System.lineSeparator());
    }

    @Test
    void a_jar_that_is_not_there_is_wrong_use() throws Exception {
        Files.delete(folder.resolve("fruits.jar"));
        Session session = Session.plain();
        assertThat(launch(session)).isEqualTo(2);
        assertThat(session.err())
                .contains("fruits: jar " + folder.resolve("fruits.jar") + ": no such file; build it with");
        assertThat(emr.calls()).isEmpty();
    }

    @Test
    void a_jar_for_the_other_spark_is_wrong_use_before_anything_costs() throws Exception {
        Path jar = Files.writeString(folder.resolve("fruits-spark4-1-emr.jar"), "not really a jar");
        Session session = new Session(Map.of("FRUITS_EMR_JAR", jar.toString()), new StoppedClock());
        List<String> words = launchWords();
        int at = words.indexOf("--jar");
        words.subList(at, at + 2).clear();
        assertThat(session.fruits(words.toArray(String[]::new))).isEqualTo(2);
        assertThat(session.err()).contains("jar " + jar + ": is not for Spark 3.5; pass --spark 4.0");
        assertThat(emr.calls()).isEmpty();
    }

    @Test
    void images_on_this_machine_are_wrong_use() throws Exception {
        Path photos = Files.createDirectories(folder.resolve("photos/Apple"));
        Files.writeString(photos.resolve("1.jpg"), "only listed");
        Files.writeString(folder.resolve("pipeline.yaml"), """
                source:  { images: %s }
                extract: { model: %s }
                sink:    { parquet: s3://fruits/results }
                """.formatted(photos.getParent(), LightModels.NAME));
        Session session = Session.plain();
        assertThat(launch(session)).isEqualTo(2);
        assertThat(session.err()).contains("is on this machine, where a cluster cannot reach it; copy it to S3 first");
        assertThat(emr.calls()).isEmpty();
    }

    @Test
    void serverless_has_the_same_verbs() {
        String role = "arn:aws:iam::123456789012:role/fruits";
        Session session = Session.plain();
        assertThat(launch(session, "--serverless", "--instance-profile", role))
                .as(session.err())
                .isZero();
        assertThat(session.out()).contains("--budget are those of a cluster of these machines");
        Session status = Session.plain();
        assertThat(emr(status, "status", run, "--serverless")).isZero();
        assertThat(status.out()).contains("serverless job");
    }

    private OwnProcess process(String... more) throws IOException {
        List<String> words = new ArrayList<>(List.of("-cp", System.getProperty("java.class.path")));
        words.add("-XX:TieredStopAtLevel=1"); // a short process
        words.add("-Daws.endpointUrlEmr=" + emr.endpoint());
        words.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
        S3Server.credentials().forEach((key, value) -> words.add("-D" + key + "=" + value));
        words.add("dev.fruits.cli.Main");
        words.addAll(launchWords(more));
        return OwnProcess.java("launch", folder, new HashMap<>(Map.of("AWS_REGION", EmrStandIn.REGION)), words);
    }

    @Test
    void a_launch_that_is_told_to_end_leaves_the_cluster_and_says_how_to_go_on() throws Exception {
        emr.script(List.of(Moment.of("RUNNING", "RUNNING")));
        try (OwnProcess launch = process()) {
            launch.await(PATIENCE, () -> launch.log().contains(": running"));
            launch.interrupt();
            launch.exitCode(PATIENCE);
            assertThat(launch.log())
                    .contains("fruits: the run continues without this command and costs: cluster j-")
                    .contains("emr stop");
        }
        assertThat(emr.clusterStates()).containsExactly("RUNNING");
    }

    @Test
    void with_stop_on_interrupt_the_cluster_ends_too() throws Exception {
        emr.script(List.of(Moment.of("RUNNING", "RUNNING")));
        try (OwnProcess launch = process("--stop-on-interrupt")) {
            launch.await(PATIENCE, () -> launch.log().contains(": running"));
            launch.interrupt();
            launch.exitCode(PATIENCE);
            assertThat(launch.log()).contains("fruits: terminating cluster j-").contains("is terminating (TERMINAT");
        }
        assertThat(emr.clusterStates().get(0)).startsWith("TERMINAT");
    }

    @Test
    void a_launch_killed_while_the_cluster_is_made_leaves_one_that_status_finds() throws Exception {
        emr.script(List.of(Moment.of("STARTING", "PENDING")));
        try (OwnProcess launch = process()) {
            emr.beforeAnswerOf("RunJobFlow", launch::kill);
            launch.exitCode(PATIENCE);
        }
        assertThat(emr.created()).hasSize(1);
        Session status = Session.plain();
        assertThat(emr(status, "status", run)).isZero();
        assertThat(status.out())
                .contains("starting")
                .contains("its launch was interrupted")
                .contains("'./fruits emr stop --region " + EmrStandIn.REGION + " --endpoint ")
                .contains(" --path-style " + run + "' terminates it");
        Session again = Session.plain();
        assertThat(launch(again, "--detach")).isZero();
        assertThat(again.err()).contains("attaching to it", "it is recorded now");
        assertThat(emr.created()).hasSize(1);
    }
}
