package dev.fruits.emr;

import dev.fruits.aws.AwsError;
import dev.fruits.emr.plan.RunState;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.emr.model.ClusterState;
import software.amazon.awssdk.services.emr.model.ClusterStateChangeReason;
import software.amazon.awssdk.services.emr.model.ClusterStateChangeReasonCode;
import software.amazon.awssdk.services.emr.model.ClusterStatus;
import software.amazon.awssdk.services.emr.model.FailureDetails;
import software.amazon.awssdk.services.emr.model.StepState;
import software.amazon.awssdk.services.emr.model.StepStateChangeReason;
import software.amazon.awssdk.services.emr.model.StepStatus;

/**
 * The state of a run from two states of EMR.
 *
 * @param step of the program; null before it exists
 */
record ClusterStates(ClusterStatus cluster, @Nullable StepStatus step) {
    RunState run() {
        StepState state = step == null ? StepState.PENDING : step.state();
        return switch (state) {
            case COMPLETED -> RunState.DONE;
            case FAILED -> RunState.FAILED;
            case CANCELLED, INTERRUPTED, CANCEL_PENDING ->
                isByUser() || !isOnTheWayOut() ? RunState.STOPPED : RunState.FAILED;
            default -> isOnTheWayOut() ? (isByUser() ? RunState.STOPPED : RunState.FAILED) : alive(state);
        };
    }

    private RunState alive(StepState state) {
        return state == StepState.RUNNING ? RunState.RUNNING : RunState.STARTING;
    }

    boolean isOnTheWayOut() {
        return cluster.state() == ClusterState.TERMINATING || isGone(cluster.state());
    }

    static boolean isGone(@Nullable ClusterState state) {
        return state == ClusterState.TERMINATED || state == ClusterState.TERMINATED_WITH_ERRORS;
    }

    private boolean isByUser() {
        ClusterStateChangeReason reason = cluster.stateChangeReason();
        return reason != null && reason.code() == ClusterStateChangeReasonCode.USER_REQUEST;
    }

    /** Of the program where it failed, else of the machines. */
    @Nullable
    String reason() {
        return failure().or(this::ofMachines).map(AwsError::printable).orElse(null);
    }

    private Optional<String> failure() {
        if (step == null || step.state() != StepState.FAILED) {
            return Optional.empty();
        }
        FailureDetails details = step.failureDetails();
        StepStateChangeReason reason = step.stateChangeReason();
        String text = Stream.of(
                        details == null ? null : details.reason(),
                        details == null ? null : details.message(),
                        reason == null ? null : reason.message())
                .filter(part -> part != null && !part.isBlank())
                .reduce("", (all, part) -> all.isEmpty() ? part : all + " " + part);
        return Optional.of(text.isEmpty() ? "the step failed" : "the step failed: " + text);
    }

    private Optional<String> ofMachines() {
        return Optional.ofNullable(cluster.stateChangeReason())
                .map(ClusterStateChangeReason::message)
                .filter(text -> !text.isBlank());
    }
}
