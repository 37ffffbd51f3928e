package dev.fruits.core.diff;

import java.util.Map;

/**
 * The rows of a table, or the rejects, of two runs by path.
 *
 * @param first how many the first run has
 * @param second how many the second run has
 * @param onlyFirst paths that only the first run has, or has more often
 * @param onlySecond paths that only the second run has, or has more often
 * @param changed images whose label, or stage and reason, differ: {@code path: first, second}
 */
public record PathDifference(long first, long second, Names onlyFirst, Names onlySecond, Names changed) {
    public boolean isEmpty() {
        return onlyFirst.isEmpty() && onlySecond.isEmpty() && changed.isEmpty();
    }

    /** @param first {@code stage: reason} by path */
    static PathDifference ofRejects(Map<String, String> first, Map<String, String> second) {
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
        return new PathDifference(first.size(), second.size(), onlyFirst.names(), onlySecond.names(), changed.names());
    }
}
