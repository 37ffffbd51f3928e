package dev.fruits.emr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.WrongUseException;
import dev.fruits.emr.plan.ClusterRun;
import dev.fruits.emr.plan.ClusterSpec;
import dev.fruits.emr.plan.Launch;
import dev.fruits.emr.plan.RecordState;
import dev.fruits.emr.plan.RunState;
import dev.fruits.emr.server.Inside;
import dev.fruits.emr.server.Moment;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServerlessJobsTest extends BenchedTest {
    private static final String ROLE = "arn:aws:iam::123456789012:role/fruits";

    private Launch launch() {
        return bench.launch("m5.xlarge", ROLE, false);
    }

    @Test
    void a_job_is_launched_and_followed_to_its_end() throws Exception {
        EmrRuns runs = bench.serverless();
        ClusterRun ended = runs.follow(runs.launch(launch(), heard), heard);
        assertThat(ended.state()).isEqualTo(RunState.DONE);
        assertThat(ended.recorded()).isEqualTo(RecordState.RECORDED);
        Map<String, Object> job = bench.emr.jobs().get(0);
        String submit = "jobDriver.sparkSubmit.";
        assertThat(Inside.of(job, submit + "entryPoint")).isEqualTo(bench.folder() + "/fruits.jar");
        assertThat(Inside.texts(job, submit + "entryPointArguments"))
                .containsExactly("run", bench.folder() + "/pipeline.yaml");
        assertThat(Inside.of(job, submit + "sparkSubmitParameters").toString())
                .startsWith("--class dev.fruits.cli.Main --conf ")
                .contains("spark.driver.cores=4", "spark.driver.memory=11776m", "spark.driver.memoryOverhead=4608m")
                .contains("spark.executor.cores=4", "spark.executor.memory=11776m")
                .doesNotContain("spark.yarn");
    }

    @Test
    void a_job_is_started_only_when_its_application_is_there() throws Exception {
        bench.serverless().launch(launch(), heard);
        assertThat(bench.emr.calls("StartJobRun")).isOne();
        assertThat(bench.emr.jobs()).hasSize(1);
        assertThat(bench.emr
                        .calls()
                        .subList(
                                bench.emr.calls().indexOf("CreateApplication"),
                                bench.emr.calls().indexOf("StartJobRun")))
                .contains("GetApplication");
    }

    @Test
    void a_second_launch_attaches_and_a_third_after_the_end_is_refused() throws Exception {
        EmrRuns runs = bench.serverless();
        ClusterRun first = runs.launch(launch(), heard);
        ClusterRun second = runs.launch(launch(), heard);
        assertThat(second.id()).isEqualTo(first.id());
        runs.follow(second, heard);
        assertThatThrownBy(() -> runs.launch(launch(), heard))
                .isInstanceOf(WrongUseException.class)
                .hasMessageContaining("has finished (serverless job " + first.id() + "); pass --overwrite");
        assertThat(bench.emr.jobs()).hasSize(1);
    }

    @Test
    void after_a_failure_the_same_application_gets_another_job() throws Exception {
        bench.emr.jobScript(
                List.of(Moment.of("RUNNING", ""), Moment.of("FAILED", "").because("", "Job failed, exit code 1")));
        EmrRuns runs = bench.serverless();
        ClusterRun failed = runs.follow(runs.launch(launch(), heard), heard);
        assertThat(failed.state()).isEqualTo(RunState.FAILED);
        assertThat(failed.why()).contains("Job failed, exit code 1");
        ClusterRun next = runs.launch(launch(), heard);
        assertThat(next.id()).isNotEqualTo(failed.id());
        assertThat(bench.emr.applicationStates()).hasSize(1);
        assertThat(bench.emr.jobs()).hasSize(2);
    }

    @Test
    void an_application_of_another_release_takes_no_job_and_is_named() throws Exception {
        bench.emr.jobScript(List.of(Moment.of("FAILED", "").because("", "Job failed, exit code 1")));
        EmrRuns runs = bench.serverless();
        runs.follow(runs.launch(launch(), heard), heard);
        Launch later = otherRelease(launch());

        assertThatThrownBy(() -> runs.launch(later, heard))
                .isInstanceOf(WrongUseException.class)
                .hasMessageContaining(
                        "is of " + launch().spec().release() + " and not of emr-9.9.9; give another --name");
        assertThat(bench.emr.jobs()).hasSize(1);
    }

    private static Launch otherRelease(Launch launch) {
        ClusterSpec spec = launch.spec();
        ClusterSpec other = new ClusterSpec(
                spec.name(),
                spec.region(),
                "emr-9.9.9",
                spec.nodes(),
                spec.job(),
                spec.access(),
                spec.idleMinutes(),
                spec.tags());
        return new Launch(other, launch.files(), launch.pipeline(), launch.overwrites());
    }

    @Test
    void an_answer_that_is_lost_starts_no_second_job() throws Exception {
        bench.emr.loseAnswerOf("CreateApplication");
        bench.emr.loseAnswerOf("StartJobRun");
        bench.serverless().launch(launch(), heard);
        assertThat(bench.emr.calls("StartJobRun")).isEqualTo(2);
        assertThat(bench.emr.jobs()).hasSize(1);
        assertThat(bench.emr.applicationStates()).hasSize(1);
    }

    @Test
    void a_launch_killed_between_application_and_job_is_found_and_can_be_repeated() throws Exception {
        bench.emr.refuse("StartJobRun", 1, 400, "ConflictException", "killed here");
        assertThatThrownBy(() -> bench.serverless().launch(launch(), heard)).isInstanceOf(WrongUseException.class);
        ClusterRun found = bench.serverless().find(bench.run).orElseThrow();
        assertThat(found.state()).isEqualTo(RunState.STOPPED);
        assertThat(found.costs()).isFalse();
        assertThat(found.why().orElseThrow()).startsWith("its launch was interrupted");
        bench.serverless().launch(launch(), heard);
        assertThat(bench.emr.applicationStates()).hasSize(1);
    }

    @Test
    void a_recorded_job_whose_application_was_deleted_counts_as_none() throws Exception {
        for (String forgotten : List.of("00f9gone/00fjob", "j-9999999999999")) {
            bench.store()
                    .write(
                            LaunchRecord.place(bench.folder()),
                            LaunchRecord.intended(launch().spec(), 4, Instant.EPOCH)
                                    .made(forgotten, Instant.EPOCH)
                                    .text());
            EmrRuns runs = bench.serverless();
            ClusterRun run = runs.launch(launch(), heard);
            assertThat(run.recorded()).isEqualTo(RecordState.RECORDED);
            runs.stop(run);
        }
    }

    @Test
    void a_job_is_stopped_and_its_application_too() throws Exception {
        EmrRuns runs = bench.serverless();
        ClusterRun stopped = runs.stop(runs.launch(launch(), heard));
        assertThat(stopped.state()).isEqualTo(RunState.STOPPED);
        assertThat(bench.emr.applicationStates()).containsExactly("STOPPED");
    }

    @Test
    void the_drivers_log_is_found_where_serverless_puts_it() throws Exception {
        EmrRuns runs = bench.serverless();
        ClusterRun run = runs.launch(launch(), heard);
        String[] id = run.id().split("/", 2);
        Path log = java.nio.file.Files.writeString(folder.resolve("stderr"), "one\ntwo\n");
        s3.put(log, bench.key("logs/applications/" + id[0] + "/jobs/" + id[1] + "/SPARK_DRIVER/stderr"));
        assertThat(runs.logs(run, 1)).containsExactly("two");
    }

    @Test
    void a_role_that_is_no_arn_is_refused_before_anything_is_made() {
        ClusterSpec spec = bench.launch().spec();
        assertThat(spec.access().instanceProfile()).isEqualTo("EMR_EC2_DefaultRole");
        assertThatThrownBy(() -> bench.serverless().launch(bench.launch(), heard))
                .isInstanceOf(WrongUseException.class)
                .hasMessageStartingWith("role EMR_EC2_DefaultRole: EMR Serverless takes the ARN of an execution role");
        assertThat(bench.emr.applicationStates()).isEmpty();
    }
}
