package dev.fruits.emr.plan;

import dev.fruits.core.WrongUseException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The limits of a plan; null for no limit.
 *
 * @param nodes the number of nodes
 * @param within longest time of the run, start-up included
 * @param budget highest cost in USD
 */
public record PlanLimits(
        @Nullable Integer nodes,
        @Nullable Duration within,
        @Nullable Double budget) {
    public static final PlanLimits NONE = new PlanLimits(null, null, null);

    /** @throws WrongUseException if a value is out of range */
    public PlanLimits {
        if (nodes != null) {
            NodeGroup.requireCount(nodes);
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
