package dev.fruits.cli.emr;

import dev.fruits.core.spi.PortableModel;
import dev.fruits.emr.plan.ClusterJob;
import dev.fruits.emr.plan.ClusterPlan;
import dev.fruits.emr.plan.ClusterSpec;
import dev.fruits.emr.plan.CostModel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A plan, before anything is created.
 *
 * @param wish what was asked
 * @param region where the machines would be
 * @param release of the cloud's software
 * @param job what would run
 * @param model the assumptions of the estimate
 * @param plan what comes of it
 * @param calibration null where the rate was given
 * @param images where they were listed
 * @param cnn name of the CNN
 * @param portable what must be brought of it; null where it needs nothing
 * @param notes what must be known before a launch, a line each
 * @param preparations what must be done by hand before the request is sent, a line each; a launch does without
 */
public record PlannedRun(
        ClusterRequest wish,
        String region,
        String release,
        ClusterJob job,
        CostModel model,
        ClusterPlan plan,
        @Nullable Calibration calibration,
        String images,
        String cnn,
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

    /** What must be done or known before the request is sent. */
    public List<String> everyNote() {
        return Stream.concat(preparations.stream(), notes.stream()).toList();
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
