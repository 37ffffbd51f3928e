package dev.fruits.emr;

import dev.fruits.aws.s3.S3Objects;
import dev.fruits.core.RunFailedException;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.Location;
import dev.fruits.emr.plan.ClusterRun;
import dev.fruits.emr.plan.Launch;
import dev.fruits.emr.plan.LaunchListener;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs on EMR, each known by its name. Machines are found by their tags, also after a launch that was killed. For one
 * thread; {@link #stop} may be called from any.
 *
 * <p>Every method throws {@link WrongUseException} for a region that is none, {@link RunFailedException} where there are
 * no credentials, a permission is missing or EMR refuses, and {@link IOException} where EMR does not answer; one line
 * with the remedy.
 */
public final class EmrRuns implements AutoCloseable {
    /** The results that a person reads. */
    private static final List<String> REPORT =
            List.of("manifest.json", "report.html", "explained-variance.csv", "rejects/rejects.csv");

    private final EmrBackend backend;
    private final S3Objects store;
    private final Polling polling;
    private final LaunchRecords records;

    EmrRuns(EmrBackend backend, S3Objects store, Polling polling) {
        this.backend = backend;
        this.store = store;
        this.polling = polling;
        this.records = new LaunchRecords(store, polling);
    }

    /**
     * Uploads the files and creates the machines; attaches to a run of this name that is active. Nothing costs before all
     * files are uploaded. Repeating a launch never creates a second cluster.
     *
     * @return the run, recorded
     * @throws WrongUseException if the run has finished and is not to be overwritten, or the machines are not available
     */
    public ClusterRun launch(Launch launch, LaunchListener watcher) throws IOException {
        return new Launching(backend, store, records, watcher).launch(launch);
    }

    /** The newest run of this name; the state is EMR's, not that of the launch record. */
    public Optional<ClusterRun> find(String name) throws IOException {
        return records.newest(backend.named(name));
    }

    /** All runs that cost or were created within the last week, the newest first. */
    public List<ClusterRun> all() throws IOException {
        List<ClusterRun> runs = new ArrayList<>();
        for (ClusterRun run : backend.all()) {
            runs.add(records.compared(run));
        }
        return List.copyOf(runs);
    }

    /** Waits until the run has ended and its machines terminate. */
    public ClusterRun follow(ClusterRun run, LaunchListener watcher) throws IOException {
        return new RunFollower(backend, store, polling, watcher).follow(run, followed(run, watcher));
    }

    /** A run can be followed without its progress. */
    private Optional<Location> followed(ClusterRun run, LaunchListener watcher) throws InterruptedIOException {
        try {
            return results(run);
        } catch (InterruptedIOException stopped) {
            throw stopped;
        } catch (IOException | WrongUseException | RunFailedException unreadable) {
            watcher.said("progress is not shown: " + unreadable.getMessage());
            return Optional.empty();
        }
    }

    /** Terminates the machines, and waits until termination has begun; does nothing where they have ended. */
    public ClusterRun stop(ClusterRun run) throws IOException {
        if (run.costs() || run.state().isAlive()) {
            backend.end(run.id());
        }
        return backend.look(run.id()).recorded(run.recorded());
    }

    /** The last lines of the driver's standard error; none until EMR has copied them to S3. */
    public List<String> logs(ClusterRun run, int lines) throws IOException {
        return new DriverLog(store).last(backend.logs(run), lines);
    }

    /** Downloads manifest, report and small tables, those that exist, and returns the files. */
    public List<Path> bringBack(ClusterRun run, Path folder) throws IOException {
        List<Path> brought = new ArrayList<>();
        Optional<Location> results = results(run);
        for (String name : results.isPresent() ? REPORT : List.<String>of()) {
            Path file = folder.resolve(name);
            if (store.download(results.get().resolve(name), file)) {
                brought.add(file);
            }
        }
        return List.copyOf(brought);
    }

    private Optional<Location> results(ClusterRun run) throws IOException {
        return run.folder() == null
                ? Optional.empty()
                : records.read(run.folder()).map(LaunchRecord::results);
    }

    @Override
    public void close() {
        backend.close();
    }
}
