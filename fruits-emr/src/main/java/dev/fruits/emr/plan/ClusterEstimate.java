package dev.fruits.emr.plan;

import java.time.Duration;

/**
 * What a run takes and costs on so many nodes.
 *
 * @param workers core and task nodes; the primary node comes on top and is in the cost
 * @param startUp until the program begins
 * @param extraction the CNN at work
 * @param fixed what does not depend on the number of images
 * @param cost USD
 * @param costPerMillion USD for each million images at this size: the cost by the number of images; 0 for no images
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
