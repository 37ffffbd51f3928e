package dev.fruits.emr.plan;

import dev.fruits.core.WrongUseException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a plan; null where nothing is.
 *
 * @param nodes so many core nodes and no other number
 * @param within the run must end in this time, start-up included
 * @param budget USD that it may cost at most
 */
public record PlanLimits(
        @Nullable Integer nodes,
        @Nullable Duration within,
        @Nullable Double budget) {
    public static final PlanLimits NONE = new PlanLimits(null, null, null);

    /**
     * Checks the values.
     *
     * @throws WrongUseException if one cannot be
     */
    public PlanLimits {
        if (nodes != null && (nodes < 1 || nodes > NodeGroup.MOST)) {
            throw new WrongUseException("nodes " + nodes + ": must be 1 to " + NodeGroup.MOST);
        }
        if (within != null && (within.isNegative() || within.isZero())) {
            throw new WrongUseException("within " + within.toMinutes() + ": must be more than 0 minutes");
        }
        if (budget != null && !(budget > 0)) {
            throw new WrongUseException("budget " + budget + ": must be more than 0 USD");
        }
    }

    boolean allowsTime(ClusterEstimate estimate) {
        return within == null || estimate.total().compareTo(within) <= 0;
    }

    boolean allowsCost(ClusterEstimate estimate) {
        return budget == null || estimate.cost() <= budget;
    }
}
