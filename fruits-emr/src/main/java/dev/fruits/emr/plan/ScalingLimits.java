package dev.fruits.emr.plan;

import dev.fruits.core.WrongUseException;

/**
 * Between how many working nodes (core and task together) the cloud may scale a cluster.
 *
 * @param least at least 1
 * @param most at least {@code least}
 */
public record ScalingLimits(int least, int most) {
    /** @throws WrongUseException if the limits are no range */
    public ScalingLimits {
        if (least < 1 || most < least || most > NodeGroup.MOST) {
            throw new WrongUseException(
                    "scale " + least + ".." + most + ": must be MIN..MAX with 1 <= MIN <= MAX <= " + NodeGroup.MOST);
        }
    }
}
