package dev.fruits.aws.emr;

import dev.fruits.aws.s3.S3Store;
import dev.fruits.core.RunFailedException;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.cluster.ClusterRun;
import dev.fruits.core.cluster.ClusterSpec;
import dev.fruits.core.image.Location;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** The launch records of runs, each in its run's folder. */
record LaunchRecords(S3Store store, Pace pace) {
    /** Longer than EMR takes to answer, tries of throttled requests included. */
    private static final Duration UNDER_WAY = Duration.ofMinutes(3);

    Optional<LaunchRecord> read(Location folder) throws IOException {
        Location place = LaunchRecord.place(folder);
        return store.read(place).map(kept -> LaunchRecord.parse(place, kept.text()));
    }

    /**
     * Notes that machines are about to be asked for. Of two launches at the same time, one comes back from here.
     *
     * @throws RunFailedException if another launch of this run is under way
     */
    LaunchRecord intend(ClusterSpec spec) throws IOException {
        Location place = LaunchRecord.place(spec.job().folder());
        Optional<S3Store.Kept> kept = store.read(place);
        Optional<LaunchRecord> earlier = kept.map(there -> LaunchRecord.parse(place, there.text()));
        earlier.filter(this::isUnderWay).ifPresent(other -> {
            throw underWay(other);
        });
        LaunchRecord mine =
                LaunchRecord.intended(spec, earlier.map(LaunchRecord::attempt).orElse(0) + 1, pace.now());
        if (!store.write(place, mine.text(), kept.map(S3Store.Kept::version).orElse(null))) {
            throw underWay(mine);
        }
        return mine;
    }

    void write(Location folder, LaunchRecord record) throws IOException {
        store.write(LaunchRecord.place(folder), record.text());
    }

    /** The run, known to be recorded where its folder's record names it. */
    ClusterRun compared(ClusterRun run) throws IOException {
        return run.recorded(run.folder() != null && names(run.folder(), run.id()));
    }

    private boolean names(Location folder, String id) throws IOException {
        try {
            return read(folder).filter(record -> id.equals(record.id())).isPresent();
        } catch (WrongUseException noSuchBucket) {
            return false;
        }
    }

    private boolean isUnderWay(LaunchRecord record) {
        return record.id() == null
                && !record.refused()
                && pace.now().isBefore(record.at().plus(UNDER_WAY));
    }

    private RunFailedException underWay(LaunchRecord other) {
        long seconds = Math.max(
                1, Duration.between(pace.now(), other.at().plus(UNDER_WAY)).toSeconds());
        return new RunFailedException("run " + other.run() + ": another launch began at " + other.at()
                + " and has not said what came of it; look with './fruits emr status " + other.run()
                + "', or launch again in " + seconds + " s if it was killed");
    }
}
