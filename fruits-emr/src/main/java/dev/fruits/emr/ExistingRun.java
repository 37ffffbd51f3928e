package dev.fruits.emr;

import dev.fruits.emr.plan.ClusterRun;
import dev.fruits.emr.plan.LaunchListener;
import dev.fruits.emr.plan.RecordState;
import java.io.IOException;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The run that a launch finds: one that is alive, else the newest. */
record ExistingRun(EmrBackend backend, LaunchListener watcher) {
    /**
     * By tag and by the record: EMR's list lags a little behind what it made.
     *
     * @param listed what was found by tag
     */
    Optional<ClusterRun> of(Optional<ClusterRun> listed, LaunchRecords.Seen seen) throws IOException {
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
}
