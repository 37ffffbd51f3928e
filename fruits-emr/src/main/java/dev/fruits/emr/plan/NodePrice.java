package dev.fruits.emr.plan;

/**
 * The price of one machine.
 *
 * @param machine USD per hour of EC2, on demand
 * @param service USD per hour that EMR adds
 * @param source of the two figures
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
