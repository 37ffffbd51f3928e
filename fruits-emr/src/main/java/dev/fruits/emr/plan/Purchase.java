package dev.fruits.emr.plan;

import dev.fruits.core.WrongUseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How machines are bought. The names are those of EMR's API. */
public enum Purchase {
    /** At the listed price, until they are terminated. */
    ON_DEMAND("", null),
    /** On the spot market: they cost less, and EC2 may reclaim them. */
    SPOT(" spot", "OnDemandPrice");

    private final String suffix;
    private final @Nullable String bid;

    Purchase(String suffix, @Nullable String bid) {
        this.suffix = suffix;
        this.bid = bid;
    }

    /** Follows the number of machines in a text; empty for the usual ones. */
    public String suffix() {
        return suffix;
    }

    /** The highest price, in the words of the AWS command line; empty where none is named. */
    public Optional<String> bid() {
        return Optional.ofNullable(bid);
    }

    /** What differs from the estimate, which counts the price on demand. */
    public Optional<String> note() {
        return this == ON_DEMAND
                ? Optional.empty()
                : Optional.of(
                        "spot nodes are estimated at the on-demand price: they cost less, and may start late or be"
                                + " reclaimed");
    }

    void requireStable() {
        if (this != ON_DEMAND) {
            throw new WrongUseException("core nodes: cannot be spot, as they hold the features; use spot task nodes");
        }
    }
}
