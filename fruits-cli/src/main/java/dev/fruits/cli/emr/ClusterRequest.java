package dev.fruits.cli.emr;

import dev.fruits.core.WrongUseException;
import dev.fruits.emr.plan.ClusterAccess;
import dev.fruits.emr.plan.ClusterNodes;
import dev.fruits.emr.plan.NodeGroup;
import dev.fruits.emr.plan.NodeType;
import dev.fruits.emr.plan.PlanLimits;
import dev.fruits.emr.plan.ScalingLimits;
import dev.fruits.emr.plan.Throughput;
import java.time.Duration;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a cluster on the command line; null where nothing is.
 *
 * @param name of the run
 * @param type of every machine
 * @param sparkLine of the jar: {@code 3.5}
 * @param plan how many nodes, in which time, for how much
 * @param spot how many of the nodes are task nodes on the spot market
 * @param scaling between how many core nodes the cloud may scale
 * @param idleMinutes after which the cluster ends by itself
 * @param rate images/s of one vCPU of the cluster; null to measure
 * @param startUp until the cluster begins to work
 * @param price USD for an hour of a machine; null for the price list's
 * @param knownPrices whether nobody is asked for today's prices
 * @param folder where jar, model, pipeline file and logs lie
 * @param access on whose authority
 * @param tags on everything that is made
 */
public record ClusterRequest(
        String name,
        String type,
        String sparkLine,
        PlanLimits plan,
        int spot,
        @Nullable ScalingLimits scaling,
        int idleMinutes,
        @Nullable Double rate,
        @Nullable Duration startUp,
        @Nullable Double price,
        boolean knownPrices,
        @Nullable String folder,
        ClusterAccess access,
        SortedMap<String, String> tags) {
    /**
     * Checks what needs no work to be checked.
     *
     * @throws WrongUseException if a value cannot be
     */
    public ClusterRequest {
        if (price != null && !(price > 0 && price < 1000)) {
            throw new WrongUseException("price " + price + ": must be more than 0 and less than 1000 USD an hour");
        }
        if (spot < 0) {
            throw new WrongUseException("spot " + spot + ": must not be negative");
        }
        if (rate != null) {
            Throughput.of(rate);
        }
    }

    /** Images/s of one vCPU with what else is known of the throughput. */
    Throughput throughput(double imagesPerSecond) {
        Throughput throughput = Throughput.of(imagesPerSecond);
        return startUp == null
                ? throughput
                : new Throughput(imagesPerSecond, startUp, throughput.fixed(), throughput.contention());
    }

    /** So many working nodes, as core and task nodes. */
    ClusterNodes nodes(NodeType machine, int workers) {
        NodeGroup task = spot == 0 ? null : new NodeGroup(machine, spot, true);
        int core = scaling == null ? workers - spot : scaling.least();
        return new ClusterNodes(machine, NodeGroup.onDemand(machine, core), task, scaling);
    }
}
