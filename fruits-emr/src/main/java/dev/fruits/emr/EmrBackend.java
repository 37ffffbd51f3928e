package dev.fruits.emr;

import dev.fruits.core.image.Location;
import dev.fruits.emr.plan.ClusterRun;
import dev.fruits.emr.plan.ClusterSpec;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What runs are on: clusters of their own, or jobs of EMR Serverless. Knows nothing of what is recorded elsewhere. */
interface EmrBackend extends AutoCloseable {
    /** The cloud said no to the request for machines. */
    final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        private final RuntimeException reason;

        Refused(RuntimeException reason) {
            super(reason);
            this.reason = reason;
        }

        /** What the caller of a launch is told. */
        RuntimeException reason() {
            return reason;
        }
    }

    /** Tag with the run's name: what marks a cluster as one of fruits'. */
    String RUN_TAG = "fruits:run";

    /** Tag with the run's folder. */
    String FOLDER_TAG = "fruits:folder";

    /** Refuses, at no cost, what is sure to be refused later. */
    void check(ClusterSpec spec) throws IOException;

    /** All runs of this name, the newest first. */
    List<ClusterRun> named(String run) throws IOException;

    /** All runs, the newest first. */
    List<ClusterRun> all() throws IOException;

    /**
     * Makes the machines and starts the program; never twice for one attempt.
     *
     * @param attempt from 1: how often this run was launched
     * @return the run as it begins, said without another request
     * @throws Refused if nothing was made for sure
     * @throws IOException if that is not known
     */
    ClusterRun create(ClusterSpec spec, int attempt) throws IOException, Refused;

    /** The run of this id as it is now. */
    ClusterRun look(String id) throws IOException;

    /** The same; empty where the cloud knows no such run here, or has forgotten it. */
    Optional<ClusterRun> known(String id) throws IOException;

    /** Has the machines ended; returns when they are about to. */
    void end(String id) throws IOException;

    /** Whether nothing of it is left that could still work. */
    boolean isGone(ClusterRun run);

    /** Where the driver's standard error may be, the likeliest first; objects or prefixes. */
    List<Location> logs(ClusterRun run) throws IOException;

    @Override
    void close();
}
