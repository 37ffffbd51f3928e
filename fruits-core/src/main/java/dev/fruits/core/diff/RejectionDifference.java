package dev.fruits.core.diff;

import java.util.Map;

/**
 * The rejects of two runs, by path.
 *
 * @param first how many the first run has
 * @param second how many the second run has
 * @param onlyFirst paths that only the first run rejected
 * @param onlySecond paths that only the second run rejected
 * @param changed images that were rejected otherwise: {@code path: stage: reason, stage: reason}
 */
public record RejectionDifference(long first, long second, Names onlyFirst, Names onlySecond, Names changed) {
    public boolean isWithin() {
        return onlyFirst.isEmpty() && onlySecond.isEmpty() && changed.isEmpty();
    }

    /** @param first {@code stage: reason} by path */
    static RejectionDifference between(Map<String, String> first, Map<String, String> second) {
        Names.Collector onlyFirst = new Names.Collector();
        Names.Collector onlySecond = new Names.Collector();
        Names.Collector changed = new Names.Collector();
        first.forEach((path, reason) -> {
            String other = second.get(path);
            if (other == null) {
                onlyFirst.add(path);
            } else if (!other.equals(reason)) {
                changed.add(path + ": " + reason + ", " + other);
            }
        });
        second.keySet().stream().filter(path -> !first.containsKey(path)).forEach(onlySecond::add);
        return new RejectionDifference(
                first.size(), second.size(), onlyFirst.names(), onlySecond.names(), changed.names());
    }
}
