package dev.fruits.emr;

import dev.fruits.aws.s3.S3Objects;
import dev.fruits.core.RunFailedException;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.Location;
import dev.fruits.emr.plan.ClusterRun;
import dev.fruits.emr.plan.ClusterSpec;
import dev.fruits.emr.plan.RecordState;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The launch records of runs, each in its run's folder. */
record LaunchRecords(S3Objects store, Polling polling) {
    /** Longer than EMR takes to answer, retries of throttled requests included. */
    private static final Duration UNDER_WAY = Duration.ofMinutes(3);

    /** A folder's record when it was read, and the version of its object; both null where there was none. */
    record Seen(@Nullable LaunchRecord record, @Nullable String version) {
        Optional<LaunchRecord> launch() {
            return Optional.ofNullable(record);
        }
    }

    Optional<LaunchRecord> read(Location folder) throws IOException {
        return see(folder).launch();
    }

    Seen see(Location folder) throws IOException {
        Location place = LaunchRecord.place(folder);
        Optional<S3Objects.VersionedText> kept = store.readText(place);
        return new Seen(
                kept.map(there -> LaunchRecord.parse(place, there.text())).orElse(null),
                kept.map(S3Objects.VersionedText::version).orElse(null));
    }

    /**
     * Records that machines will be requested. Of two launches that saw the same record, one returns from here.
     *
     * @throws RunFailedException if another launch of this run is under way, or created its machines since then
     */
    LaunchRecord intend(ClusterSpec spec, Seen before) throws IOException {
        before.launch().filter(this::isUnderWay).ifPresent(other -> {
            throw underWay(other);
        });
        int attempt = before.launch().map(LaunchRecord::attempt).orElse(0) + 1;
        LaunchRecord mine = LaunchRecord.intended(spec, attempt, polling.now());
        Location folder = spec.job().folder();
        if (!store.writeIfUnchanged(LaunchRecord.place(folder), mine.text(), before.version())) {
            throw underWay(read(folder).orElse(mine));
        }
        return mine;
    }

    void write(Location folder, LaunchRecord record) throws IOException {
        store.write(LaunchRecord.place(folder), record.text());
    }

    /** The first of these runs, as {@link #compared}. */
    Optional<ClusterRun> newest(List<ClusterRun> runs) throws InterruptedIOException {
        return runs.isEmpty() ? Optional.empty() : Optional.of(compared(runs.get(0)));
    }

    /**
     * The run, with what its folder's record says of it. A record that cannot be read says nothing, and so does one that a
     * later launch replaced after this run ended.
     */
    ClusterRun compared(ClusterRun run) throws InterruptedIOException {
        RecordState found = run.folder() == null ? RecordState.MISSING : names(run.folder(), run.id());
        boolean ended = !run.state().isAlive() && !run.costs();
        return run.recorded(found == RecordState.MISSING && ended ? RecordState.UNKNOWN : found);
    }

    /** Machines cost, and can be terminated, whatever became of the record. */
    private RecordState names(Location folder, String id) throws InterruptedIOException {
        try {
            return read(folder).filter(record -> id.equals(record.id())).isPresent()
                    ? RecordState.RECORDED
                    : RecordState.MISSING;
        } catch (InterruptedIOException stopped) {
            throw stopped;
        } catch (IOException | WrongUseException | RunFailedException unreadable) {
            return RecordState.UNKNOWN;
        }
    }

    private boolean isUnderWay(LaunchRecord record) {
        return record.id() == null
                && !record.refused()
                && polling.now().isBefore(record.at().plus(UNDER_WAY));
    }

    private RunFailedException underWay(LaunchRecord other) {
        if (other.id() != null) {
            return new RunFailedException("run " + other.run() + ": another launch created " + other.id() + " at "
                    + other.at() + "; launch again to attach to it");
        }
        long seconds = Math.max(
                1, Duration.between(polling.now(), other.at().plus(UNDER_WAY)).toSeconds());
        return new RunFailedException("run " + other.run() + ": another launch started at " + other.at()
                + " and has not recorded its result; check './fruits emr status " + other.run()
                + "', or launch again in " + seconds + " s if it was killed");
    }
}
