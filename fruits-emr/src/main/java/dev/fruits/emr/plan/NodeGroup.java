package dev.fruits.emr.plan;

import dev.fruits.core.WrongUseException;

/**
 * Machines of one type.
 *
 * @param count how many, at least 1
 * @param spot whether they are bought on the spot market, where they are cheaper and may be taken away
 */
public record NodeGroup(NodeType type, int count, boolean spot) {
    /** More than a first cluster ever needs, and a guard against a slip of the finger. */
    public static final int MOST = 256;

    /**
     * Checks the number.
     *
     * @throws WrongUseException if it is not 1 to {@value #MOST}
     */
    public NodeGroup {
        if (count < 1 || count > MOST) {
            throw new WrongUseException("nodes " + count + ": must be 1 to " + MOST);
        }
    }

    /** Machines that stay. */
    public static NodeGroup onDemand(NodeType type, int count) {
        return new NodeGroup(type, count, false);
    }
}
