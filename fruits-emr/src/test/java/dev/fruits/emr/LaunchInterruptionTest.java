package dev.fruits.emr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.RunFailedException;
import dev.fruits.emr.plan.ClusterRun;
import dev.fruits.emr.plan.RecordState;
import dev.fruits.emr.plan.RunState;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LaunchInterruptionTest {
    private final StringWriter said = new StringWriter();
    private final Stopping runs = new Stopping();

    /** Can stop a run, unless it is told not to. */
    private static final class Stopping {
        private final List<String> stopped = new ArrayList<>();
        private boolean refuses;
        private Runnable whileStopping = () -> {};

        ClusterRun stop(ClusterRun run) throws IOException {
            if (refuses) {
                throw new IOException("EMR TerminateJobFlows: no answer");
            }
            whileStopping.run();
            stopped.add(run.id());
            return run(RunState.STOPPED, "TERMINATING");
        }
    }

    private static ClusterRun run(RunState state, String machines) {
        return new ClusterRun(
                "apples", "j-1", "cluster", state, machines, true, null, Instant.EPOCH, null, RecordState.RECORDED);
    }

    private LaunchInterruption interruption(boolean stops) {
        return new LaunchInterruption(
                new PrintWriter(said),
                stops ? runs::stop : null,
                "'./fruits emr stop apples' terminates it",
                "'./fruits emr status apples' shows it");
    }

    @Test
    void before_anything_is_made_it_says_so_and_nothing_is_made_afterwards() {
        LaunchInterruption interruption = interruption(true);
        interruption.happened();
        assertThat(said.toString()).contains("interrupted before anything was created; nothing costs");
        assertThatThrownBy(interruption::making)
                .isInstanceOf(RunFailedException.class)
                .hasMessage("launch: interrupted before anything was created; nothing costs");
        assertThat(runs.stopped).isEmpty();
    }

    @Test
    void while_machines_are_being_made_it_waits_for_them_and_ends_them() throws Exception {
        LaunchInterruption interruption = interruption(true);
        interruption.making();
        Thread hook = new Thread(interruption::happened);
        hook.start();
        while (hook.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        interruption.began(run(RunState.STARTING, "STARTING"));
        hook.join();
        assertThat(runs.stopped).containsExactly("j-1");
        assertThat(said.toString())
                .contains("terminating cluster j-1")
                .contains("cluster j-1 is terminating (TERMINATING)");
    }

    @Test
    void where_nobody_knows_whether_machines_were_made_it_says_so() throws Exception {
        LaunchInterruption interruption = interruption(true);
        interruption.making();
        Thread hook = new Thread(interruption::happened);
        hook.start();
        while (hook.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        interruption.over();
        hook.join();
        assertThat(said.toString())
                .contains("interrupted during creation; a cluster may exist and be billing:"
                        + " './fruits emr status apples' shows it")
                .doesNotContain("nothing costs");
    }

    @Test
    void where_machines_were_refused_nothing_costs() {
        LaunchInterruption interruption = interruption(true);
        interruption.making();
        interruption.refused();
        interruption.happened();
        assertThat(said.toString()).contains("interrupted before anything was created; nothing costs");
    }

    @Test
    void machines_go_on_where_nobody_asked_to_end_them() {
        LaunchInterruption interruption = interruption(false);
        interruption.began(run(RunState.RUNNING, "RUNNING"));
        interruption.happened();
        assertThat(runs.stopped).isEmpty();
        assertThat(said.toString())
                .contains(
                        "the run continues without this command and costs: cluster j-1; './fruits emr stop apples' terminates it");
    }

    @Test
    void machines_that_cannot_be_ended_are_told_loudly() {
        runs.refuses = true;
        LaunchInterruption interruption = interruption(true);
        interruption.began(run(RunState.RUNNING, "RUNNING"));
        interruption.happened();
        assertThat(said.toString()).contains("cluster j-1 COULD NOT BE TERMINATED and costs: EMR TerminateJobFlows");
    }

    @Test
    void who_follows_the_run_waits_until_it_is_ended() throws Exception {
        LaunchInterruption interruption = interruption(true);
        interruption.began(run(RunState.RUNNING, "RUNNING"));
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        Thread follower = new Thread(() -> {
            interruption.over();
            order.add("closed");
        });
        runs.whileStopping = () -> {
            follower.start();
            while (follower.getState() != Thread.State.TIMED_WAITING && follower.isAlive()) {
                Thread.onSpinWait();
            }
            order.add("ended");
        };
        interruption.happened();
        follower.join();
        assertThat(order).containsExactly("ended", "closed");
    }
}
