package dev.fruits.core.run;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Times steps one after the other. */
final class Stopwatch {
    /** A step that may fail as ports do. */
    interface Step<T> {
        T run() throws IOException;
    }

    private final InstantSource clock;
    private final Map<String, Duration> steps = new LinkedHashMap<>();

    Stopwatch(InstantSource clock) {
        this.clock = clock;
    }

    /** Times a step; one that returns false did nothing, and does not count. */
    <T> T time(String name, Step<T> step) throws IOException {
        Instant start = clock.instant();
        T result = step.run();
        Duration taken = Duration.between(start, clock.instant());
        if (!Boolean.FALSE.equals(result)) {
            steps.merge(name, taken, Duration::plus);
        }
        return result;
    }

    /** Name of each step to its duration, in the order in which they ran. */
    Map<String, Duration> timings() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(steps));
    }
}
