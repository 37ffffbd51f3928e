package dev.fruits.emr.plan;

import dev.fruits.core.WrongUseException;

/**
 * Machines of one type.
 *
 * @param count 1 to {@value #MOST}
 */
public record NodeGroup(NodeType type, int count, Purchase purchase) {
    /** A guard against a slip of the finger. */
    public static final int MOST = 256;

    public NodeGroup {
        requireCount(count);
    }

    static void requireCount(int nodes) {
        if (nodes < 1 || nodes > MOST) {
            throw new WrongUseException("nodes " + nodes + ": must be 1 to " + MOST);
        }
    }

    public static NodeGroup onDemand(NodeType type, int count) {
        return new NodeGroup(type, count, Purchase.ON_DEMAND);
    }
}
