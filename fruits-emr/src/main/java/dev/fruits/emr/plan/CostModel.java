package dev.fruits.emr.plan;

import java.time.Duration;

/**
 * Estimates time and cost of a run. Every machine is paid for by the second, at least a minute, from the request to the
 * end, at the price on demand. Volumes, requests to the store and its storage are not included.
 *
 * @param throughput of the machines
 * @param primary price of the primary node
 * @param worker price of each other node
 * @param type of each other node
 */
public record CostModel(Throughput throughput, NodePrice primary, NodePrice worker, NodeType type) {
    private static final long MILLION = 1_000_000;
    private static final long LEAST_SECONDS = 60;
    private static final double SECONDS_PER_HOUR = 3600;

    /**
     * On so many nodes besides the primary.
     *
     * @param workers at least 1
     */
    public ClusterEstimate estimate(Workload workload, int workers) {
        Duration extraction = throughput.extraction(workload.images(), type.vCpus(), workers);
        double cost = cost(total(extraction), workers);
        double perMillion = workload.images() == 0 ? 0 : cost * MILLION / workload.images();
        Duration ofMillion = throughput.extraction(MILLION, type.vCpus(), workers);
        return new ClusterEstimate(
                workers,
                throughput.startUp(),
                extraction,
                throughput.fixed(),
                cost,
                perMillion,
                cost(total(ofMillion), workers));
    }

    /** USD that {@code workers} nodes and the primary cost for so long. */
    public double cost(Duration time, int workers) {
        long seconds = Math.max(LEAST_SECONDS, (time.toMillis() + 999) / 1000);
        return (primary.hourly() + workers * worker.hourly()) * seconds / SECONDS_PER_HOUR;
    }

    private Duration total(Duration extraction) {
        return throughput.startUp().plus(extraction).plus(throughput.fixed());
    }
}
