package dev.fruits.emr.plan;

import dev.fruits.core.image.Location;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A run on machines of the cloud, as it was when the cloud was asked.
 *
 * @param name of the run
 * @param id of what was made for it: {@code j-2AXXXXXXGAPLF}
 * @param host what that is, for people: {@code cluster}, {@code serverless job}
 * @param state how far the program is
 * @param machines the cloud's own word for the state of the machines: {@code BOOTSTRAPPING}
 * @param costs whether the machines still cost something
 * @param reason why it is in that state, in one line; null where the cloud does not say
 * @param created when it was made
 * @param folder prefix of everything of this run; null where nobody wrote it down
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

    /** The same run, recorded so. */
    public ClusterRun recorded(RecordState known) {
        return new ClusterRun(name, id, host, state, machines, costs, reason, created, folder, known);
    }

    /** {@code cluster j-2AXXXXXXGAPLF}. */
    public String thing() {
        return host + " " + id;
    }
}
