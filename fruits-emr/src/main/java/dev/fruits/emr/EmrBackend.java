package dev.fruits.emr;

import dev.fruits.core.image.Location;
import dev.fruits.emr.plan.ClusterRun;
import dev.fruits.emr.plan.ClusterSpec;
import dev.fruits.emr.plan.RecordState;
import dev.fruits.emr.plan.RunState;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The hosts of runs: clusters of their own, or jobs of EMR Serverless. Does not read launch records. */
interface EmrBackend extends AutoCloseable {
    /** EMR refused the request for machines. */
    final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        private final RuntimeException reason;

        Refused(RuntimeException reason) {
            super(reason);
            this.reason = reason;
        }

        /** For the caller of a launch. */
        RuntimeException reason() {
            return reason;
        }
    }

    /** Tag with the run's name, on every cluster of fruits. */
    String RUN_TAG = "fruits:run";

    /** Tag with the run's folder. */
    String FOLDER_TAG = "fruits:folder";

    /** Refuses, at no cost, what EMR would refuse later. */
    void check(ClusterSpec spec) throws IOException;

    /** All runs of this name, the newest first. */
    List<ClusterRun> named(String run) throws IOException;

    /** All runs, the newest first. */
    List<ClusterRun> all() throws IOException;

    /**
     * Creates the machines and starts the program; never twice for one attempt.
     *
     * @param attempt from 1: how often this run was launched
     * @return the run as it begins, without another request
     * @throws Refused if nothing was created for sure
     * @throws IOException if that is not known
     */
    ClusterRun create(ClusterSpec spec, int attempt) throws IOException, Refused;

    /** The run of this id as it is now. */
    ClusterRun look(String id) throws IOException;

    /** The same; empty where EMR knows no such run here, or not any more. */
    Optional<ClusterRun> known(String id) throws IOException;

    /** Terminates the machines; returns when termination has begun. */
    void end(String id) throws IOException;

    /** Whether nothing of it is left that could still work. */
    boolean isGone(ClusterRun run);

    /** Where the driver's standard error may be, the likeliest first; objects or prefixes. */
    List<Location> logs(ClusterRun run) throws IOException;

    /** A run that was just created. */
    static ClusterRun starting(ClusterSpec spec, String id, String host, String machines, Instant now) {
        Location folder = spec.job().folder();
        return new ClusterRun(
                spec.name(), id, host, RunState.STARTING, machines, true, null, now, folder, RecordState.UNKNOWN);
    }

    /** Active runs first, then the newest. */
    static List<ClusterRun> newestFirst(List<ClusterRun> runs) {
        return runs.stream()
                .sorted(Comparator.comparing((ClusterRun run) -> run.state().isAlive() || run.costs())
                        .thenComparing(ClusterRun::created)
                        .reversed())
                .toList();
    }

    @Override
    void close();
}
