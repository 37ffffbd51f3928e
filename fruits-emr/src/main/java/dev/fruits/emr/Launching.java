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
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One launch of a run. */
record Launching(EmrBackend backend, S3Objects store, LaunchRecords records, LaunchListener watcher) {
    /** What EMR takes as the value of a tag. */
    private static final Pattern TAG = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]{1,256}");

    ClusterRun launch(Launch launch) throws IOException {
        ClusterSpec spec = tagged(launch.spec());
        LaunchRecords.Seen seen = records.see(spec.job().folder());
        Optional<ClusterRun> earlier = existing(spec.name(), seen);
        if (earlier.isPresent() && earlier.get().state().isAlive()) {
            return attached(spec, earlier.get());
        }
        boolean whole = store.exists(spec.job().results().resolve(ResultSink.SUCCESS_MARKER));
        refuseDone(launch, earlier, whole);
        if (earlier.isPresent()) {
            awaitEnd(earlier.get());
        }
        requireSameRegion(spec);
        backend.check(spec);
        boolean replaces = whole || earlier.isPresent() || launch.overwrites();
        upload(launch.files());
        return launched(replaces ? spec.with(spec.job().withOption("--overwrite")) : spec, seen, launch.pipeline());
    }

    /**
     * The run of this name that is active, else the newest. It is found by tag and by the record, because EMR's list lags
     * behind what was created.
     */
    private Optional<ClusterRun> existing(String name, LaunchRecords.Seen seen) throws IOException {
        Optional<ClusterRun> listed = records.newest(backend.named(name));
        String id = seen.launch().map(LaunchRecord::id).orElse(null);
        if (id == null || listed.filter(run -> run.id().equals(id)).isPresent()) {
            return listed;
        }
        Optional<ClusterRun> recorded = backend.known(id).map(run -> run.recorded(RecordState.RECORDED));
        if (recorded.isEmpty()) {
            watcher.said("its launch record names " + id + ", which EMR does not know here, or not any more");
        }
        return Stream.concat(recorded.stream(), listed.stream())
                .max(Comparator.comparing((ClusterRun run) -> run.state().isAlive())
                        .thenComparing(ClusterRun::created));
    }

    /** Traffic between regions costs, and data may not leave its region. */
    private void requireSameRegion(ClusterSpec spec) throws IOException {
        if (store.settings().endpoint() != null) {
            return;
        }
        Map<String, Location> places = spec.job().places();
        places.remove("logs"); // below the folder
        for (Map.Entry<String, Location> place : places.entrySet()) {
            Optional<String> region = store.region(place.getKey(), place.getValue());
            if (region.isPresent() && !region.get().equals(spec.region())) {
                throw new WrongUseException(place.getKey() + " " + place.getValue() + ": its bucket is in "
                        + region.get() + " and the cluster would be in " + spec.region() + "; pass --region "
                        + region.get());
            }
        }
    }

    private ClusterSpec tagged(ClusterSpec spec) {
        String folder = spec.job().folder().text();
        if (!TAG.matcher(folder).matches()) {
            throw new WrongUseException("folder " + folder + ": does not fit into a tag of EMR's (256 letters, digits,"
                    + " spaces and _.:/=+-@), by which the cluster is found again; give a plainer --folder");
        }
        return spec.tagged(Map.of(EmrBackend.RUN_TAG, spec.name(), EmrBackend.FOLDER_TAG, folder));
    }

    private ClusterRun attached(ClusterSpec spec, ClusterRun run) throws IOException {
        if (run.folder() != null && !run.folder().equals(spec.job().folder())) {
            throw new WrongUseException("run " + run.name() + ": is active under " + run.folder() + " (" + run.thing()
                    + "); give another name, or stop it with './fruits emr stop " + run.name() + "'");
        }
        watcher.said("run " + run.name() + " is already active (" + run.thing()
                + "): attaching to it; no new cluster is created");
        watcher.began(run);
        if (run.recorded() != RecordState.RECORDED) {
            LaunchRecord lost = records.read(spec.job().folder())
                    .orElseGet(() ->
                            LaunchRecord.intended(spec, 1, records.polling().now()));
            records.write(
                    spec.job().folder(), lost.made(run.id(), records.polling().now()));
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

    private void awaitEnd(ClusterRun run) throws IOException {
        ClusterRun now = run;
        if (!backend.isGone(now)) {
            watcher.said(now.thing() + " of an earlier launch is ending; waiting for it");
        }
        while (!backend.isGone(now)) {
            records.polling().awaitLook();
            now = backend.look(run.id());
        }
    }

    /** Of launches at the same time only that which wins the record goes on to write what its machines read. */
    private ClusterRun launched(ClusterSpec spec, LaunchRecords.Seen seen, String pipeline) throws IOException {
        Location folder = spec.job().folder();
        LaunchRecord intent = records.intend(spec, seen);
        store.write(spec.job().pipeline(), pipeline);
        watcher.said("uploaded " + spec.job().pipeline());
        ClusterRun run = made(spec, intent);
        watcher.began(run);
        watcher.said(run.thing() + " was created for run " + run.name());
        boolean written = told(() ->
                records.write(folder, intent.made(run.id(), records.polling().now())));
        return run.recorded(written ? RecordState.RECORDED : RecordState.UNKNOWN);
    }

    private ClusterRun made(ClusterSpec spec, LaunchRecord intent) throws IOException {
        try {
            announced();
            return backend.create(spec, intent.attempt());
        } catch (EmrBackend.Refused refused) {
            watcher.refused();
            told(() -> records.write(
                    spec.job().folder(), intent.wasRefused(records.polling().now())));
            throw refused.reason();
        }
    }

    private void announced() throws EmrBackend.Refused {
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

    private boolean told(Note note) {
        try {
            note.write();
            return true;
        } catch (IOException | WrongUseException | RunFailedException e) {
            watcher.said("WARNING: the launch could not be recorded (" + e.getMessage()
                    + "); 'emr status' finds the cluster or job by its tag");
            return false;
        }
    }

    private void upload(Map<Location, Path> files) throws IOException {
        for (Map.Entry<Location, Path> file : files.entrySet()) {
            boolean sent = store.upload(file.getKey(), file.getValue());
            watcher.said((sent ? "uploaded " : "already uploaded: ") + file.getKey());
        }
    }
}
