package dev.fruits.emr.plan;

import dev.fruits.core.spi.PortableModel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A plan, before anything is created.
 *
 * @param run what was planned
 * @param request for the cluster
 * @param region of the machines
 * @param release of EMR
 * @param job what would run
 * @param model the assumptions of the estimate
 * @param plan the estimates and the recommendation
 * @param calibration null where the rate was given
 * @param portable files of the CNN to upload; null where there are none
 * @param notes what must be known before a launch, a line each
 * @param preparations what must be done by hand before the request is sent, a line each; a launch does it itself
 */
public record PlannedRun(
        RunToPlan run,
        ClusterRequest request,
        String region,
        String release,
        ClusterJob job,
        CostModel model,
        ClusterPlan plan,
        @Nullable Calibration calibration,
        @Nullable PortableModel portable,
        List<String> notes,
        List<String> preparations) {
    public PlannedRun {
        notes = List.copyOf(notes);
        preparations = List.copyOf(preparations);
    }

    public Optional<Calibration> measured() {
        return Optional.ofNullable(calibration);
    }

    /** Preparations and notes. */
    public List<String> everyNote() {
        return Stream.concat(preparations.stream(), notes.stream()).toList();
    }

    /**
     * The recommended cluster.
     *
     * @throws dev.fruits.core.WrongUseException if none is within time and budget
     */
    public ClusterSpec cluster() {
        return new ClusterSpec(
                request.name(),
                region,
                release,
                request.nodes(model.type(), plan.choice().workers()),
                job,
                request.access(),
                request.idleMinutes(),
                request.tags());
    }
}
