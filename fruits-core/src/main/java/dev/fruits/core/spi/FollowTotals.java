package dev.fruits.core.spi;

/**
 * The ledger over all batches of a place.
 *
 * @param batches how many are whole
 * @param listed entries that came
 * @param results rows in the features
 * @param rejected images that gave no features
 * @param ignored entries that are no images
 */
public record FollowTotals(long batches, long listed, long results, long rejected, long ignored) {
    public static final FollowTotals NONE = new FollowTotals(0, 0, 0, 0, 0);

    public FollowTotals {
        if (listed != results + rejected + ignored) {
            throw new IllegalArgumentException("ledger of " + batches + " batches: " + listed + " listed but " + results
                    + " results + " + rejected + " rejected + " + ignored + " ignored");
        }
    }

    public FollowTotals plus(FollowTotals other) {
        return new FollowTotals(
                batches + other.batches,
                listed + other.listed,
                results + other.results,
                rejected + other.rejected,
                ignored + other.ignored);
    }
}
