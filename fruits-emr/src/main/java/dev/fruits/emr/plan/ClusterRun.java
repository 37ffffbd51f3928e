package dev.fruits.emr.plan;

import dev.fruits.core.image.Location;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A run on EMR, as it was when EMR was asked.
 *
 * @param id of its cluster or job: {@code j-2AXXXXXXGAPLF}
 * @param host {@code cluster} or {@code serverless job}
 * @param machines EMR's name for the state of the machines: {@code BOOTSTRAPPING}
 * @param costs whether the machines still cost
 * @param reason of the state, in one line; null where EMR gives none
 * @param folder prefix of all files of this run; null where its tag is missing
 * @param recorded whether the folder holds a launch record that names this id
 */
public record ClusterRun(
        String name,
        String id,
        String host,
        RunState state,
        String machines,
        boolean costs,
        @Nullable String reason,
        Instant created,
        @Nullable Location folder,
        RecordState recorded) {

    public Optional<String> why() {
        return Optional.ofNullable(reason);
    }

    public Optional<Location> place() {
        return Optional.ofNullable(folder);
    }

    public ClusterRun recorded(RecordState known) {
        return new ClusterRun(name, id, host, state, machines, costs, reason, created, folder, known);
    }

    /** {@code cluster j-2AXXXXXXGAPLF}. */
    public String thing() {
        return host + " " + id;
    }
}
