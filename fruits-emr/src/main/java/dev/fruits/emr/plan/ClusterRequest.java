package dev.fruits.emr.plan;

import dev.fruits.core.WrongUseException;
import java.time.Duration;
import java.util.Locale;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A request for a cluster.
 *
 * @param name of the run
 * @param type of every machine
 * @param sparkLine of the jar: {@code 3.5}
 * @param limits number of nodes, time and cost
 * @param taskNodes how many of the nodes are task nodes, at least 0
 * @param taskPurchase how task nodes are bought
 * @param scaling limits between which EMR scales the core nodes; null for a fixed number
 * @param idleMinutes after which the cluster terminates by itself
 * @param rate images/s of one vCPU of the cluster; null to measure
 * @param startUp until the cluster begins to work; null for the default
 * @param price USD per hour of a machine; null for that of the price list
 * @param knownPrices whether AWS is not asked for today's prices
 * @param folder where jar, model, pipeline file and logs are; null for the bucket of the results
 * @param access roles and network
 * @param tags of the cluster and its machines
 */
public record ClusterRequest(
        String name,
        String type,
        String sparkLine,
        PlanLimits limits,
        int taskNodes,
        Purchase taskPurchase,
        @Nullable ScalingLimits scaling,
        int idleMinutes,
        @Nullable Double rate,
        @Nullable Duration startUp,
        @Nullable Double price,
        boolean knownPrices,
        @Nullable String folder,
        ClusterAccess access,
        SortedMap<String, String> tags) {
    /** @throws WrongUseException if a value is out of range */
    public ClusterRequest {
        if (price != null && !(price > 0 && price < 1000)) {
            throw new WrongUseException("price " + price + ": must be more than 0 and less than 1000 USD an hour");
        }
        if (taskNodes < 0) {
            throw new WrongUseException(
                    taskPurchase.name().toLowerCase(Locale.ROOT) + " " + taskNodes + ": must not be negative");
        }
        if (rate != null) {
            Throughput.of(rate);
        }
    }

    /** The throughput of a vCPU with what is known or assumed of the rest. */
    public Throughput throughput(double imagesPerSecond) {
        Throughput throughput = Throughput.of(imagesPerSecond);
        return startUp == null
                ? throughput
                : new Throughput(imagesPerSecond, startUp, throughput.fixed(), throughput.contention());
    }

    /** {@code workers} working nodes, as core and task nodes. */
    ClusterNodes nodes(NodeType machine, int workers) {
        NodeGroup task = taskNodes == 0 ? null : new NodeGroup(machine, taskNodes, taskPurchase);
        int core = scaling == null ? workers - taskNodes : scaling.least();
        return new ClusterNodes(machine, NodeGroup.onDemand(machine, core), task, scaling);
    }
}
