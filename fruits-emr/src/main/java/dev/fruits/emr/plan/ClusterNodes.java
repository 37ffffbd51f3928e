package dev.fruits.emr.plan;

import dev.fruits.core.WrongUseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The machines of a cluster.
 *
 * @param primary does none of the work; one, on demand
 * @param core work and hold the cluster's file system; on demand, as losing one loses what it holds
 * @param task only work; null for none
 * @param scaling null where the number of nodes is fixed
 */
public record ClusterNodes(
        NodeType primary,
        NodeGroup core,
        @Nullable NodeGroup task,
        @Nullable ScalingLimits scaling) {
    /**
     * @throws WrongUseException if core nodes are not on demand, or task nodes are of another type than core nodes
     *     (executors are all of one size)
     */
    public ClusterNodes {
        core.purchase().requireStable();
        if (task != null && !task.type().equals(core.type())) {
            throw new WrongUseException("task nodes of " + task.type().name() + ": must be of the core nodes' type "
                    + core.type().name() + ", as executors are all of one size");
        }
    }

    /** A primary node and core nodes of one type, as many as that. */
    public static ClusterNodes fixed(NodeType type, int coreNodes) {
        return new ClusterNodes(type, NodeGroup.onDemand(type, coreNodes), null, null);
    }

    public Optional<NodeGroup> taskNodes() {
        return Optional.ofNullable(task);
    }

    public Optional<ScalingLimits> scalingLimits() {
        return Optional.ofNullable(scaling);
    }

    /** Core and task nodes at the start. */
    public int workers() {
        return core.count() + (task == null ? 0 : task.count());
    }
}
