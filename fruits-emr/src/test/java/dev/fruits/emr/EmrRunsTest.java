package dev.fruits.emr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.fruits.aws.server.S3Server;
import dev.fruits.core.RunFailedException;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.Location;
import dev.fruits.core.run.RunProgress;
import dev.fruits.emr.plan.ClusterRun;
import dev.fruits.emr.plan.ClusterSpec;
import dev.fruits.emr.plan.RecordState;
import dev.fruits.emr.plan.RunState;
import dev.fruits.emr.server.Inside;
import dev.fruits.emr.server.Moment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class EmrRunsTest extends BenchedTest {
    @Test
    void a_run_is_launched_followed_to_its_end_and_its_report_comes_back() throws Exception {
        EmrRuns runs = bench.runs();
        ClusterRun run = runs.launch(bench.launch(), heard);
        put("out/manifest.json", "{}");
        put("out/rejects/rejects.csv", "path,stage,reason\n");
        put("out/" + RunProgress.NAME, new RunProgress("Extract features", 30, 100, Instant.EPOCH).text());
        ClusterRun ended = runs.follow(run, heard);
        List<Path> brought = runs.bringBack(ended, folder.resolve("report"));

        assertThat(ended.state()).isEqualTo(RunState.DONE);
        assertThat(ended.costs()).isFalse();
        assertThat(heard.began).extracting(ClusterRun::id).containsExactly(run.id());
        assertThat(heard.progress).contains("Extract features 30/100");
        assertThat(heard.lines)
                .contains("cluster " + run.id() + ": running (RUNNING, Running step)")
                .contains("cluster " + run.id() + ": done (TERMINATING, Steps completed)");
        assertThat(brought)
                .containsExactly(folder.resolve("report/manifest.json"), folder.resolve("report/rejects/rejects.csv"))
                .allMatch(Files::isRegularFile);
    }

    @Test
    void everything_is_brought_under_the_runs_folder_before_the_cluster_is_made() throws Exception {
        bench.emr.refuse("RunJobFlow", 1, 400, "ValidationException", "The requested number of instances is too high.");
        assertThatThrownBy(() -> bench.runs().launch(bench.launch(), heard))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("EMR rejected RunJobFlow in eu-west-3: The requested number of instances is too high.;"
                        + " correct that value");
        assertThat(s3.keys("fruits/" + bench.run))
                .containsExactly(bench.key("fruits.jar"), bench.key("launch.json"), bench.key("pipeline.yaml"));
        assertThat(bench.emr.created()).isEmpty();
    }

    @Test
    void a_refused_launch_can_be_repeated_at_once_and_sends_no_file_twice() throws Exception {
        bench.emr.refuse("RunJobFlow", 1, 400, "ValidationException", "No.");
        assertThatThrownBy(() -> bench.runs().launch(bench.launch(), heard)).isInstanceOf(WrongUseException.class);
        assertThat(heard.refusals).isOne();
        ClusterRun run = bench.runs().launch(bench.launch(), heard);
        assertThat(run.state()).isEqualTo(RunState.STARTING);
        assertThat(heard.lines).contains("already uploaded: " + bench.folder() + "/fruits.jar");
        assertThat(s3.text(bench.key("launch.json"))).contains("\"attempt\": 2", "\"id\": \"" + run.id() + "\"");
    }

    @Test
    void the_cluster_carries_the_runs_name_and_folder_as_tags() throws Exception {
        bench.runs().launch(bench.launch(), heard);
        Map<String, Object> request = bench.emr.created().get(0);
        assertThat(request.get("Tags"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .contains(
                        Map.of("Key", "team", "Value", "fruit"),
                        Map.of("Key", "fruits:run", "Value", bench.run),
                        Map.of("Key", "fruits:folder", "Value", bench.folder().text()));
    }

    @Test
    void a_second_launch_of_a_run_that_is_alive_attaches_to_it() throws Exception {
        ClusterRun first = bench.runs().launch(bench.launch(), heard);
        ClusterRun second = bench.runs().launch(bench.launch(), heard);
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(heard.lines)
                .contains("run " + bench.run + " is already active (cluster " + first.id()
                        + "): attaching to it; no new cluster is created");
        assertThat(bench.emr.calls("RunJobFlow")).isOne();
    }

    @Test
    void a_launch_of_a_run_that_ended_well_is_refused_unless_it_overwrites() throws Exception {
        EmrRuns runs = bench.runs();
        runs.follow(runs.launch(bench.launch(), heard), heard);
        assertThatThrownBy(() -> runs.launch(bench.launch(), heard))
                .isInstanceOf(WrongUseException.class)
                .hasMessageMatching(
                        "run " + bench.run + ": has finished \\(cluster j-\\d+\\); pass --overwrite to run it"
                                + " again, or give another name");
        put("out/_SUCCESS", "");
        assertThatThrownBy(() -> runs.launch(bench.launch(), heard))
                .hasMessage("run " + bench.run + ": its results are whole at " + bench.folder()
                        + "/out; pass --overwrite to replace them, or give another name");
        runs.launch(bench.launch("m5.xlarge", "EMR_EC2_DefaultRole", true), heard);
        assertThat(bench.emr.created()).hasSize(2);
        assertThat(words(bench.emr.created().get(1))).endsWith("--overwrite");
        assertThat(words(bench.emr.created().get(0))).doesNotContain("--overwrite");
    }

    @Test
    void what_a_failed_run_left_is_replaced_by_the_next_launch_of_it() throws Exception {
        EmrRuns runs = bench.runs();
        bench.emr.script(Moment.stepFailed());
        ClusterRun failed = runs.follow(runs.launch(bench.launch(), heard), heard);
        bench.emr.script(Moment.wellEnded());
        ClusterRun next = runs.follow(runs.launch(bench.launch(), heard), heard);
        assertThat(failed.state()).isEqualTo(RunState.FAILED);
        assertThat(next.state()).isEqualTo(RunState.DONE);
        assertThat(next.id()).isNotEqualTo(failed.id());
        assertThat(words(bench.emr.created().get(1))).endsWith("--overwrite");
    }

    @Test
    void the_ended_cluster_of_an_earlier_launch_does_not_count_as_an_interrupted_launch() throws Exception {
        EmrRuns runs = bench.runs();
        bench.emr.script(Moment.stepFailed());
        runs.follow(runs.launch(bench.launch(), heard), heard);
        bench.emr.script(Moment.wellEnded());
        ClusterRun next = runs.follow(runs.launch(bench.launch(), heard), heard);

        assertThat(runs.all())
                .extracting(ClusterRun::id, ClusterRun::recorded)
                .hasSize(2)
                .contains(tuple(next.id(), RecordState.RECORDED))
                .noneMatch(run -> run.toList().contains(RecordState.MISSING));
    }

    @Test
    void a_failed_step_is_told_with_its_reason_and_the_drivers_last_lines() throws Exception {
        bench.emr.script(Moment.stepFailed());
        EmrRuns runs = bench.runs();
        ClusterRun run = runs.launch(bench.launch(), heard);
        String container = "logs/" + run.id() + "/containers/application_1_0001/container_1_0001_01_00000";
        put(container + "1/stderr.gz", gzip("INFO one\nINFO two\nfruits: images s3://b/p: access denied\n"));
        put(container + "2/stderr.gz", gzip("an executor\n"));
        ClusterRun ended = runs.follow(run, heard);
        assertThat(ended.state()).isEqualTo(RunState.FAILED);
        assertThat(ended.why().orElseThrow()).startsWith("the step failed: Unknown Error. Exception in thread");
        assertThat(runs.logs(ended, 2)).containsExactly("INFO two", "fruits: images s3://b/p: access denied");
    }

    @Test
    void a_log_that_is_not_on_s3_yet_is_no_failure() throws Exception {
        EmrRuns runs = bench.runs();
        assertThat(runs.logs(runs.launch(bench.launch(), heard), 10)).isEmpty();
    }

    @Test
    void a_cluster_that_somebody_terminates_is_a_stopped_run() throws Exception {
        bench.emr.script(Moment.terminatedByUser());
        EmrRuns runs = bench.runs();
        ClusterRun ended = runs.follow(runs.launch(bench.launch(), heard), heard);
        assertThat(ended.state()).isEqualTo(RunState.STOPPED);
        assertThat(ended.why()).contains("Terminated by user request");
    }

    @Test
    void machines_that_cannot_start_are_a_failed_run_with_emrs_reason() throws Exception {
        bench.emr.script(List.of(
                Moment.of("STARTING", "PENDING"),
                Moment.of("TERMINATED_WITH_ERRORS", "CANCELLED")
                        .because("VALIDATION_ERROR", "m5.xlarge is not available in this zone")));
        EmrRuns runs = bench.runs();
        ClusterRun ended = runs.follow(runs.launch(bench.launch(), heard), heard);
        assertThat(ended.state()).isEqualTo(RunState.FAILED);
        assertThat(ended.why()).contains("m5.xlarge is not available in this zone");
    }

    @Test
    void throttled_requests_are_repeated_with_growing_pauses_and_make_one_cluster() throws Exception {
        bench.emr.refuse("RunJobFlow", 3, 400, "ThrottlingException", "Rate exceeded");
        bench.emr.refuse("DescribeCluster", 2, 429, "TooManyRequestsException", "Slow down");
        bench.emr.refuse("ListSteps", 1, 503, "ServiceUnavailable", "Later");
        EmrRuns runs = bench.runs();
        ClusterRun ended = runs.follow(runs.launch(bench.launch(), heard), heard);
        assertThat(ended.state()).isEqualTo(RunState.DONE);
        assertThat(bench.emr.created()).hasSize(1);
        assertThat(bench.time.waits().get(2)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
    }

    @Test
    void requests_that_stay_throttled_end_in_one_line() {
        bench.emr.refuse("ListClusters", 100, 400, "ThrottlingException", "Rate exceeded");
        assertThatThrownBy(() -> bench.runs().find(bench.run))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "EMR ListClusters: requests are still throttled after every retry; run again in some minutes");
    }

    @Test
    void a_launch_killed_before_it_could_record_the_cluster_is_found_by_the_tag() throws Exception {
        assertThatThrownBy(() -> bench.runs(EmrRunsTest::killedAfterCreate).launch(bench.launch(), heard))
                .isInstanceOf(ForwardingBackend.Kill.class);
        assertThat(s3.text(bench.key("launch.json"))).contains("\"id\": null");

        ClusterRun found = bench.runs().find(bench.run).orElseThrow();
        assertThat(found.recorded()).isEqualTo(RecordState.MISSING);
        assertThat(found.place()).contains(bench.folder());
        assertThat(bench.runs().all()).extracting(ClusterRun::name).containsExactly(bench.run);

        ClusterRun attached = bench.runs().launch(bench.launch(), heard);
        assertThat(attached.id()).isEqualTo(found.id());
        assertThat(heard.lines).contains("its launch was interrupted before it was recorded; it is recorded now");
        assertThat(bench.runs().find(bench.run).orElseThrow().recorded()).isEqualTo(RecordState.RECORDED);
        assertThat(bench.emr.created()).hasSize(1);
    }

    @Test
    void a_cluster_is_found_even_where_the_record_is_gone() throws Exception {
        ClusterRun run = bench.runs().launch(bench.launch(), heard);
        s3.client().deleteObject(delete -> delete.bucket(S3Server.BUCKET).key(bench.key("launch.json")));
        ClusterRun found = bench.runs().find(bench.run).orElseThrow();
        assertThat(found.id()).isEqualTo(run.id());
        assertThat(found.recorded()).isEqualTo(RecordState.MISSING);
    }

    @Test
    void a_cluster_is_found_followed_and_stopped_where_the_record_is_damaged() throws Exception {
        bench.emr.script(List.of(Moment.of("RUNNING", "RUNNING")));
        ClusterRun run = bench.runs().launch(bench.launch(), heard);
        put("launch.json", "{ cut");
        ClusterRun found = bench.runs().find(bench.run).orElseThrow();
        assertThat(found.recorded()).isEqualTo(RecordState.UNKNOWN);
        assertThat(bench.runs().all()).extracting(ClusterRun::id).containsExactly(run.id());
        assertThat(bench.runs().logs(found, 1)).isEmpty();
        assertThat(bench.runs().stop(found).costs()).isFalse();
        assertThat(bench.runs().follow(found, heard).state()).isEqualTo(RunState.STOPPED);
        assertThat(heard.lines).anyMatch(line -> line.startsWith("progress is not shown: "));
    }

    @Test
    void a_run_is_followed_on_past_looks_and_readings_that_fail_for_a_while() throws Exception {
        EmrRuns runs = bench.runs();
        ClusterRun run = runs.launch(bench.launch(), heard);
        put("out/" + RunProgress.NAME, "{ cut");
        bench.emr.refuse("DescribeCluster", 20, 500, "InternalFailure", "sorry");
        assertThat(runs.follow(run, heard).state()).isEqualTo(RunState.DONE);
        assertThat(heard.lines)
                .containsOnlyOnce(
                        "the state of the run cannot be read, retrying: EMR DescribeCluster: failed with status 500;"
                                + " check './fruits emr status' before you repeat it");
    }

    @Test
    void a_run_that_cannot_be_looked_at_for_minutes_is_followed_no_more() throws Exception {
        EmrRuns runs = bench.runs();
        ClusterRun run = runs.launch(bench.launch(), heard);
        bench.emr.refuse("DescribeCluster", 1000, 400, "AccessDeniedException", "no");
        Instant before = bench.time.polling().now();
        assertThatThrownBy(() -> runs.follow(run, heard))
                .isInstanceOf(RunFailedException.class)
                .hasMessageStartingWith("EMR DescribeCluster: access denied");
        assertThat(Duration.between(before, bench.time.polling().now()))
                .isBetween(Duration.ofMinutes(5), Duration.ofMinutes(6));
    }

    @Test
    void an_answer_that_is_lost_makes_no_second_cluster() throws Exception {
        bench.emr.loseAnswerOf("RunJobFlow");
        ClusterRun run = bench.runs().launch(bench.launch(), heard);
        assertThat(run.recorded()).isEqualTo(RecordState.RECORDED);
        assertThat(bench.emr.calls("RunJobFlow")).isOne();
        assertThat(bench.emr.created()).hasSize(1);
    }

    @Test
    void a_cluster_is_told_at_once_even_where_it_can_be_neither_recorded_nor_looked_at() throws Exception {
        bench.emr.refuse("DescribeCluster", 100, 400, "AccessDeniedException", "no");
        ClusterRun run = bench.runs(this::unrecordable).launch(bench.launch(), heard);
        assertThat(heard.began).extracting(ClusterRun::id).containsExactly(run.id());
        assertThat(heard.lines).contains("cluster " + run.id() + " was created for run " + bench.run);
        assertThat(heard.lines)
                .last()
                .asString()
                .startsWith("WARNING: the launch could not be recorded (")
                .endsWith("); 'emr status' finds the cluster or job by its tag");
        assertThat(run.recorded()).isEqualTo(RecordState.UNKNOWN);
    }

    /** From the making of the cluster on, the record cannot be written: it is asked for by a key that nobody has. */
    private EmrBackend unrecordable(EmrBackend backend) {
        return new ForwardingBackend(backend) {
            @Override
            public ClusterRun create(ClusterSpec spec, int attempt) throws IOException, Refused {
                ClusterRun run = super.create(spec, attempt);
                System.setProperty("aws.secretAccessKey", "another");
                return run;
            }
        };
    }

    @Test
    void a_lost_answer_that_cannot_be_looked_after_is_no_refusal() throws Exception {
        bench.emr.loseAnswerOf("RunJobFlow");
        bench.emr.beforeAnswerOf(
                "RunJobFlow", () -> bench.emr.refuse("ListClusters", 100, 400, "AccessDeniedException", "no"));
        assertThatThrownBy(() -> bench.runs().launch(bench.launch(), heard))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("EMR RunJobFlow: the answer was lost, so run " + bench.run
                        + " may have a cluster that costs (EMR ListClusters: access denied");
        assertThat(heard.refusals).isZero();
        assertThat(s3.text(bench.key("launch.json"))).contains("\"refused\": false");
    }

    @Test
    void of_two_launches_at_the_same_time_one_is_refused() throws Exception {
        assertThatThrownBy(() -> bench.runs(this::beaten).launch(bench.launch(), heard))
                .isInstanceOf(RunFailedException.class)
                .hasMessageStartingWith("run " + bench.run + ": another launch started at 2026-11-27T10:00:0")
                .hasMessageEndingWith("or launch again in 180 s if it was killed");
        assertThat(bench.emr.created()).isEmpty();
    }

    @Test
    void a_launch_that_was_overtaken_while_it_uploaded_makes_no_second_cluster_and_leaves_the_others_file()
            throws Exception {
        EmrRuns slow = bench.runs(this::overtaken);
        assertThatThrownBy(() -> slow.launch(bench.launch(), heard))
                .isInstanceOf(RunFailedException.class)
                .hasMessageMatching("run " + bench.run + ": another launch created j-\\d+ at .*; launch again to attach"
                        + " to it");
        assertThat(bench.emr.created()).hasSize(1);
        assertThat(s3.text(bench.key("pipeline.yaml"))).isEqualTo("written by the other");
    }

    /** Another launch does all of its work, and its file is known, while this one is at work. */
    private EmrBackend overtaken(EmrBackend backend) {
        return new ForwardingBackend(backend) {
            @Override
            public void check(ClusterSpec spec) throws IOException {
                super.check(spec);
                bench.runs().launch(bench.launch(), new RecordingListener());
                put("pipeline.yaml", "written by the other");
            }
        };
    }

    @Test
    void a_cluster_that_the_list_lacks_is_found_by_the_record_even_where_an_older_one_is_listed() throws Exception {
        bench.emr.script(Moment.stepFailed());
        EmrRuns runs = bench.runs();
        String failed = runs.follow(runs.launch(bench.launch(), heard), heard).id();
        bench.emr.script(List.of(Moment.of("RUNNING", "RUNNING")));
        ClusterRun alive = runs.launch(bench.launch(), heard);
        ClusterRun found = bench.runs(backend -> listing(backend, failed)).launch(bench.launch(), heard);
        assertThat(found.id()).isEqualTo(alive.id());
        assertThat(bench.emr.created()).hasSize(2);
    }

    private static EmrBackend listing(EmrBackend backend, String only) {
        return new ForwardingBackend(backend) {
            @Override
            public List<ClusterRun> named(String run) throws IOException {
                return super.named(run).stream()
                        .filter(one -> one.id().equals(only))
                        .toList();
            }
        };
    }

    @Test
    void a_recorded_cluster_that_emr_does_not_know_any_more_counts_as_none() throws Exception {
        for (String forgotten : List.of("j-9999999999999", "00fabc/00fdef")) {
            put(
                    "launch.json",
                    LaunchRecord.intended(bench.launch().spec(), 4, Instant.EPOCH)
                            .made(forgotten, Instant.EPOCH)
                            .text());
            ClusterRun run = bench.runs().launch(bench.launch(), heard);
            assertThat(heard.lines)
                    .contains(
                            "its launch record names " + forgotten + ", which EMR does not know here, or not any more");
            assertThat(s3.text(bench.key("launch.json"))).contains("\"attempt\": 5", run.id());
            bench.runs().stop(run);
        }
    }

    @Test
    void a_launch_killed_before_the_request_can_be_repeated_after_some_minutes() throws Exception {
        LaunchRecord intent = LaunchRecord.intended(
                bench.launch().spec(), 1, bench.time.polling().now());
        put("launch.json", intent.text());
        bench.time.pass(Duration.ofMinutes(4));
        assertThat(bench.runs().launch(bench.launch(), heard).recorded()).isEqualTo(RecordState.RECORDED);
    }

    @Test
    void a_run_is_stopped_and_the_clusters_end_is_awaited() throws Exception {
        EmrRuns runs = bench.runs();
        ClusterRun stopped = runs.stop(runs.launch(bench.launch(), heard));
        assertThat(stopped.state()).isEqualTo(RunState.STOPPED);
        assertThat(stopped.costs()).isFalse();
        assertThat(bench.emr.clusterStates()).containsExactly("TERMINATED");
    }

    @Test
    void to_stop_what_has_ended_changes_nothing() throws Exception {
        EmrRuns runs = bench.runs();
        ClusterRun done = runs.follow(runs.launch(bench.launch(), heard), heard);
        assertThat(runs.stop(done).state()).isEqualTo(RunState.DONE);
        assertThat(bench.emr.calls("TerminateJobFlows")).isZero();
    }

    @Test
    void an_alive_cluster_goes_before_newer_ones_that_ended_and_pages_are_turned() throws Exception {
        bench.runs().launch(bench.launch(), heard);
        for (int others = 0; others < 4; others++) {
            String name = bench.run + "-" + others;
            bench.runs().launch(bench.launch(name, new Location(bench.folder() + "-" + others)), heard);
        }
        assertThat(bench.emr.created()).hasSize(5);
        assertThat(bench.runs().all()).hasSize(5);
        assertThat(bench.runs().find(bench.run)).isPresent();
    }

    @Test
    void a_type_that_the_region_lacks_is_one_line_and_no_cluster() {
        assertThatThrownBy(() -> bench.runs().launch(bench.launch("z9.xlarge", "EMR_EC2_DefaultRole", false), heard))
                .isInstanceOf(WrongUseException.class)
                .hasMessageStartingWith(
                        "type z9.xlarge: EMR does not offer it in region eu-west-3; pass another --type");
        assertThat(bench.emr.created()).isEmpty();
    }

    @Test
    void a_missing_permission_is_named() {
        bench.emr.refuse(
                "ListClusters",
                1,
                400,
                "AccessDeniedException",
                "User: arn:aws:iam::123456789012:user/anna is not authorized to perform:"
                        + " elasticmapreduce:ListClusters because no identity-based policy allows it");
        assertThatThrownBy(() -> bench.runs().launch(bench.launch(), heard))
                .isInstanceOf(RunFailedException.class)
                .hasMessage("EMR ListClusters: access denied to elasticmapreduce:ListClusters; grant that permission"
                        + " to these credentials, or use other credentials (AWS_PROFILE)");
        assertThat(s3.keys("fruits/" + bench.run)).isEmpty();
    }

    @Test
    void credentials_that_aws_does_not_know_are_one_line() {
        bench.emr.refuse("*", 1, 400, "UnrecognizedClientException", "The security token included is invalid.");
        assertThatThrownBy(() -> bench.runs().all())
                .isInstanceOf(RunFailedException.class)
                .hasMessageStartingWith("EMR ListClusters: AWS does not know these credentials; check AWS_PROFILE");
    }

    @Test
    void a_region_that_is_none_is_one_line() {
        System.clearProperty("aws.endpointUrlEmr");
        assertThatThrownBy(() -> bench.jobFlows(EmrClients.emr("eu-nowhere-9"), "eu-nowhere-9")
                        .all())
                .isInstanceOf(WrongUseException.class)
                .hasMessageStartingWith("region eu-nowhere-9: EMR has no endpoint there");
    }

    @Test
    void a_prefix_that_fits_into_no_tag_is_refused_before_anything_is_asked() {
        assertThatThrownBy(() -> bench.runs().launch(bench.launch(bench.run, new Location("s3://fruits/a?b")), heard))
                .isInstanceOf(WrongUseException.class)
                .hasMessageStartingWith("folder s3://fruits/a?b: does not fit into a tag of EMR's");
        assertThat(bench.emr.calls()).isEmpty();
    }

    private static EmrBackend killedAfterCreate(EmrBackend backend) {
        return new ForwardingBackend(backend) {
            @Override
            public ClusterRun create(ClusterSpec spec, int attempt) throws IOException, Refused {
                super.create(spec, attempt);
                throw new Kill();
            }
        };
    }

    /** Another launch writes its record while this one is at work. */
    private EmrBackend beaten(EmrBackend backend) {
        return new ForwardingBackend(backend) {
            @Override
            public void check(ClusterSpec spec) throws IOException {
                super.check(spec);
                put(
                        "launch.json",
                        LaunchRecord.intended(spec, 1, bench.time.polling().now())
                                .text());
            }
        };
    }

    private void put(String name, String text) {
        put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private void put(String name, byte[] bytes) {
        s3.client()
                .putObject(
                        put -> put.bucket(S3Server.BUCKET).key(bench.key(name)),
                        software.amazon.awssdk.core.sync.RequestBody.fromBytes(bytes));
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static List<String> words(Map<String, Object> request) {
        return Inside.texts(request, "Steps.0.HadoopJarStep.Args");
    }
}
