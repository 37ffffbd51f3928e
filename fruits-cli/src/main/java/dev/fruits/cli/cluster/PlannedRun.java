package dev.fruits.cli.cluster;

import dev.fruits.core.cluster.ClusterJob;
import dev.fruits.core.cluster.ClusterPlan;
import dev.fruits.core.cluster.ClusterSpec;
import dev.fruits.core.cluster.CostModel;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A plan, before anything is created.
 *
 * @param wish what was asked
 * @param region where the machines would be
 * @param release of the cloud's software
 * @param job what would run
 * @param model what was reckoned with
 * @param plan what comes of it
 * @param calibration null where the rate was given
 * @param images where they were listed
 * @param cnn name of the CNN
 * @param notes what must be done or known before a launch, a line each
 */
public record PlannedRun(
        ClusterWish wish,
        String region,
        String release,
        ClusterJob job,
        CostModel model,
        ClusterPlan plan,
        @Nullable Calibration calibration,
        String images,
        String cnn,
        List<String> notes) {
    public PlannedRun {
        notes = List.copyOf(notes);
    }

    public Optional<Calibration> measured() {
        return Optional.ofNullable(calibration);
    }

    /**
     * The cluster that the plan chooses.
     *
     * @throws dev.fruits.core.WrongUseException if none is within time and budget
     */
    public ClusterSpec cluster() {
        return new ClusterSpec(
                wish.name(),
                region,
                release,
                wish.nodes(model.type(), plan.choice().workers()),
                job,
                wish.access(),
                wish.idleMinutes(),
                wish.tags());
    }
}
