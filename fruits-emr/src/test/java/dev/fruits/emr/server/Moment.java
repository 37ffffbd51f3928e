package dev.fruits.emr.server;

import java.util.List;

/**
 * What EMR says of a cluster, or of a Serverless job, at one look.
 *
 * @param cluster state of the cluster; of the job, where there is no cluster
 * @param step state of its step
 * @param code of the state's reason: {@code STEP_FAILURE}
 * @param message of the state's reason
 */
public record Moment(String cluster, String step, String code, String message) {
    private static final List<String> ENDED = List.of("TERMINATED", "TERMINATED_WITH_ERRORS");

    public static Moment of(String cluster, String step) {
        return new Moment(cluster, step, "", "");
    }

    public Moment because(String code, String message) {
        return new Moment(cluster, step, code, message);
    }

    boolean isEnded() {
        return ENDED.contains(cluster);
    }

    /** A cluster that starts, runs its step and ends. */
    public static List<Moment> wellEnded() {
        return List.of(
                of("STARTING", "PENDING").because("", "Configuring cluster software"),
                of("BOOTSTRAPPING", "PENDING"),
                of("RUNNING", "RUNNING").because("", "Running step"),
                of("RUNNING", "RUNNING"),
                of("TERMINATING", "COMPLETED").because("ALL_STEPS_COMPLETED", "Steps completed"),
                of("TERMINATED", "COMPLETED").because("ALL_STEPS_COMPLETED", "Steps completed"));
    }

    /** A cluster whose step fails. */
    public static List<Moment> stepFailed() {
        return List.of(
                of("STARTING", "PENDING"),
                of("RUNNING", "RUNNING"),
                of("TERMINATING", "FAILED").because("STEP_FAILURE", "Shut down as step failed"),
                of("TERMINATED_WITH_ERRORS", "FAILED").because("STEP_FAILURE", "Shut down as step failed"));
    }

    /** A cluster that somebody terminates from elsewhere. */
    public static List<Moment> terminatedByUser() {
        return List.of(
                of("STARTING", "PENDING"),
                of("RUNNING", "RUNNING"),
                of("TERMINATING", "RUNNING").because("USER_REQUEST", "Terminated by user request"),
                of("TERMINATED", "CANCELLED").because("USER_REQUEST", "Terminated by user request"));
    }
}
