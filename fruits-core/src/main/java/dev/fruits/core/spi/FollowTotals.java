package dev.fruits.core.spi;

/**
 * The ledger over all batches at one output location.
 *
 * @param batches number of complete batches
 * @param listed entries that arrived
 * @param results rows with features
 * @param rejected images without features
 * @param ignored entries that are not images
 */
public record FollowTotals(long batches, long listed, long results, long rejected, long ignored) {
    public static final FollowTotals NONE = new FollowTotals(0, 0, 0, 0, 0);

    public FollowTotals {
        if (listed != results + rejected + ignored) {
            throw new IllegalArgumentException("ledger of " + batches + " batches: " + listed + " listed but " + results
                    + " results + " + rejected + " rejected + " + ignored + " ignored");
        }
    }

    /** The sum of both. */
    public FollowTotals plus(FollowTotals other) {
        return new FollowTotals(
                batches + other.batches,
                listed + other.listed,
                results + other.results,
                rejected + other.rejected,
                ignored + other.ignored);
    }
}
