package dev.fruits.emr;

import dev.fruits.aws.s3.S3Objects;
import dev.fruits.core.RunFailedException;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.Location;
import dev.fruits.core.sink.ResultSink;
import dev.fruits.emr.plan.ClusterRun;
import dev.fruits.emr.plan.ClusterSpec;
import dev.fruits.emr.plan.Launch;
import dev.fruits.emr.plan.LaunchListener;
import dev.fruits.emr.plan.RecordState;
import dev.fruits.emr.plan.RunState;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Runs on EMR, each known by its name. Machines are found by their tags, also after a launch that was killed. For one
 * thread; {@link #stop} may be called from any.
 *
 * <p>Every method throws {@link WrongUseException} for a region that is none, {@link RunFailedException} where there are
 * no credentials, a permission is missing or EMR refuses, and {@link IOException} where EMR does not answer; one line
 * with the remedy.
 */
public final class EmrRuns implements AutoCloseable {
    /** What EMR takes as the value of a tag. */
    private static final Pattern TAG = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]{1,256}");

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
        ClusterSpec spec = tagged(launch.spec());
        LaunchRecords.Seen seen = records.see(spec.job().folder());
        Optional<ClusterRun> earlier = new ExistingRun(backend, watcher).of(find(spec.name()), seen);
        if (earlier.isPresent() && earlier.get().state().isAlive()) {
            return attached(spec, earlier.get(), watcher);
        }
        boolean whole = store.exists(spec.job().results().resolve(ResultSink.SUCCESS_MARKER));
        refuseDone(launch, earlier, whole);
        if (earlier.isPresent()) {
            awaitEnd(earlier.get(), watcher);
        }
        new BucketRegions(store).requireSame(spec);
        backend.check(spec);
        boolean replaces = whole || earlier.isPresent() || launch.overwrites();
        bring(launch, watcher);
        return launched(
                replaces ? spec.with(spec.job().withOption("--overwrite")) : spec, seen, launch.pipeline(), watcher);
    }

    private ClusterSpec tagged(ClusterSpec spec) {
        String folder = spec.job().folder().text();
        if (!TAG.matcher(folder).matches()) {
            throw new WrongUseException("folder " + folder + ": does not fit into a tag of EMR's (256 letters, digits,"
                    + " spaces and _.:/=+-@), by which the cluster is found again; give a plainer --folder");
        }
        return spec.tagged(Map.of(EmrBackend.RUN_TAG, spec.name(), EmrBackend.FOLDER_TAG, folder));
    }

    private ClusterRun attached(ClusterSpec spec, ClusterRun run, LaunchListener watcher) throws IOException {
        if (run.folder() != null && !run.folder().equals(spec.job().folder())) {
            throw new WrongUseException("run " + run.name() + ": is active under " + run.folder() + " (" + run.thing()
                    + "); give another name, or stop it with './fruits emr stop " + run.name() + "'");
        }
        watcher.said("run " + run.name() + " is already active (" + run.thing()
                + "): attaching to it; no new cluster is created");
        watcher.began(run);
        if (run.recorded() != RecordState.RECORDED) {
            LaunchRecord lost =
                    records.read(spec.job().folder()).orElseGet(() -> LaunchRecord.intended(spec, 1, polling.now()));
            records.write(spec.job().folder(), lost.made(run.id(), polling.now()));
            watcher.said("its launch was interrupted before it was recorded; it is recorded now");
        }
        return run.recorded(RecordState.RECORDED);
    }

    private static void refuseDone(Launch launch, Optional<ClusterRun> earlier, boolean whole) {
        if (launch.overwrites()) {
            return;
        }
        Location results = launch.spec().job().results();
        if (whole) {
            throw new WrongUseException("run " + launch.spec().name() + ": its results are whole at " + results
                    + "; pass --overwrite to replace them, or give another name");
        }
        earlier.filter(run -> run.state() == RunState.DONE).ifPresent(run -> {
            throw new WrongUseException("run " + run.name() + ": has finished (" + run.thing()
                    + "); pass --overwrite to run it again, or give another name");
        });
    }

    private void awaitEnd(ClusterRun run, LaunchListener watcher) throws IOException {
        ClusterRun now = run;
        if (!backend.isGone(now)) {
            watcher.said(now.thing() + " of an earlier launch is ending; waiting for it");
        }
        while (!backend.isGone(now)) {
            polling.awaitLook();
            now = backend.look(run.id());
        }
    }

    /** Of launches at the same time only that which wins the record goes on to write what its machines read. */
    private ClusterRun launched(ClusterSpec spec, LaunchRecords.Seen seen, String pipeline, LaunchListener watcher)
            throws IOException {
        Location folder = spec.job().folder();
        LaunchRecord intent = records.intend(spec, seen);
        store.write(spec.job().pipeline(), pipeline);
        watcher.said("uploaded " + spec.job().pipeline());
        ClusterRun run = made(spec, intent, watcher);
        watcher.began(run);
        watcher.said(run.thing() + " was created for run " + run.name());
        boolean written = told(watcher, () -> records.write(folder, intent.made(run.id(), polling.now())));
        return run.recorded(written ? RecordState.RECORDED : RecordState.UNKNOWN);
    }

    private ClusterRun made(ClusterSpec spec, LaunchRecord intent, LaunchListener watcher) throws IOException {
        try {
            announced(watcher);
            return backend.create(spec, intent.attempt());
        } catch (EmrBackend.Refused refused) {
            watcher.refused();
            told(watcher, () -> records.write(spec.job().folder(), intent.wasRefused(polling.now())));
            throw refused.reason();
        }
    }

    private static void announced(LaunchListener watcher) throws EmrBackend.Refused {
        try {
            watcher.making();
        } catch (RunFailedException unwanted) {
            throw new EmrBackend.Refused(unwanted);
        }
    }

    /** Something that a launch, which costs already, does not end for. */
    @FunctionalInterface
    private interface Note {
        void write() throws IOException;
    }

    private static boolean told(LaunchListener watcher, Note note) {
        try {
            note.write();
            return true;
        } catch (IOException | WrongUseException | RunFailedException e) {
            watcher.said("WARNING: the launch could not be recorded (" + e.getMessage()
                    + "); 'emr status' finds the cluster or job by its tag");
            return false;
        }
    }

    private void bring(Launch launch, LaunchListener watcher) throws IOException {
        for (Map.Entry<Location, Path> file : launch.files().entrySet()) {
            boolean sent = store.upload(file.getKey(), file.getValue());
            watcher.said((sent ? "uploaded " : "already uploaded: ") + file.getKey());
        }
    }

    /** The newest run of this name; the state is EMR's, not that of the launch record. */
    public Optional<ClusterRun> find(String name) throws IOException {
        List<ClusterRun> runs = backend.named(name);
        return runs.isEmpty() ? Optional.empty() : Optional.of(records.compared(runs.get(0)));
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
