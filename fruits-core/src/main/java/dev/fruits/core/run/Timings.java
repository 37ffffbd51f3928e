package dev.fruits.core.run;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How long the steps of a run took.
 *
 * @param steps name to duration, in the order in which they ran
 */
public record Timings(Map<String, Duration> steps) {
    public Timings {
        steps = Collections.unmodifiableMap(new LinkedHashMap<>(steps));
    }

    public Duration total() {
        return steps.values().stream().reduce(Duration.ZERO, Duration::plus);
    }

    public Duration of(String step) {
        return steps.getOrDefault(step, Duration.ZERO);
    }
}
