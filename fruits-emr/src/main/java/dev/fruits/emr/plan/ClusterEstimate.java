package dev.fruits.emr.plan;

import java.time.Duration;

/**
 * Estimated time and cost of a run on a number of nodes.
 *
 * @param workers core and task nodes, without the primary node, which the cost includes
 * @param startUp until the program begins
 * @param fixed what does not depend on the number of images
 * @param cost USD
 * @param costPerMillion USD for each million images, 0 for no images
 * @param costOfMillion USD of one run of a million images on these nodes
 */
public record ClusterEstimate(
        int workers,
        Duration startUp,
        Duration extraction,
        Duration fixed,
        double cost,
        double costPerMillion,
        double costOfMillion) {

    /** From the request to the end. */
    public Duration total() {
        return startUp.plus(extraction).plus(fixed);
    }
}
