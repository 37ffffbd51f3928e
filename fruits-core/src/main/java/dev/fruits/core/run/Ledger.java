package dev.fruits.core.run;

import dev.fruits.core.RunFailedException;
import java.util.Map;
import java.util.SortedMap;

/**
 * Where every entry of the listing went. It balances, or it cannot be made.
 *
 * @param listed entries that the source saw
 * @param results rows in the features
 * @param rejected images that gave no features; each has a line in the rejects
 * @param ignored entries that are no images or were not drawn, by reason
 * @param digest SHA-256 over path, label and fate of every image: equal for two runs that treated the same images alike
 */
public record Ledger(long listed, long results, long rejected, SortedMap<String, Long> ignored, String digest) {
    public Ledger {
        long ignoredCount = count(ignored);
        if (listed != results + rejected + ignoredCount) {
            throw new RunFailedException("ledger: " + listed + " listed but " + results + " results + " + rejected
                    + " rejected + " + ignoredCount + " ignored; results would be incomplete, so none are published");
        }
    }

    public long ignoredCount() {
        return count(ignored);
    }

    private static long count(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
