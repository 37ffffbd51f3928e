package dev.fruits.emr.plan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Port: runs on machines of a cloud, each known by its name. For one thread; {@link #stop} may be called from any.
 *
 * <p>Every method throws {@link dev.fruits.core.WrongUseException} for a region that is none,
 * {@link dev.fruits.core.RunFailedException} where there are no credentials, a permission is missing or the cloud
 * refuses, and {@link IOException} where it does not answer; one line with the remedy.
 */
public interface ClusterRuns extends AutoCloseable {
    /**
     * Brings the files there and makes the machines; where a run of this name is alive, attaches to that instead. Nothing
     * costs anything before all files are there. Repeating a launch never makes a second cluster.
     *
     * @return the run, recorded
     * @throws dev.fruits.core.WrongUseException if the run ended well already and is not to be overwritten, or the
     *     machines cannot be had
     */
    ClusterRun launch(Launch launch, LaunchListener watcher) throws IOException;

    /** The newest run of this name; what the cloud knows counts, not what was recorded. */
    Optional<ClusterRun> find(String name) throws IOException;

    /** All runs that cost or began within the last week, the newest first. */
    List<ClusterRun> all() throws IOException;

    /** Waits until the run has ended and its machines are on their way out. */
    ClusterRun follow(ClusterRun run, LaunchListener watcher) throws IOException;

    /** Ends the machines, and waits until the cloud has begun to; does nothing where they have ended. */
    ClusterRun stop(ClusterRun run) throws IOException;

    /** The last lines that the program wrote; none while the cloud has not brought them to the store. */
    List<String> logs(ClusterRun run, int lines) throws IOException;

    /** Copies the report, the manifest and the small tables to a folder of this machine; those that are there. */
    List<Path> bringBack(ClusterRun run, Path folder) throws IOException;

    @Override
    void close();
}
