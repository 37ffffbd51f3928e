package dev.fruits.emr.plan;

/**
 * What one machine costs while it runs.
 *
 * @param machine USD per hour, on demand
 * @param service USD per hour that the cloud's cluster service adds to it
 * @param source where the two figures come from
 */
public record NodePrice(double machine, double service, String source) {
    public NodePrice {
        if (!(machine >= 0) || !(service >= 0) || Double.isInfinite(machine + service)) {
            throw new IllegalArgumentException("price " + machine + " + " + service);
        }
    }

    /** USD per hour. */
    public double hourly() {
        return machine + service;
    }
}
