package dev.fruits.core.run;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
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

    <T> T time(String name, Step<T> step) throws IOException {
        Instant start = clock.instant();
        T result = step.run();
        steps.merge(name, Duration.between(start, clock.instant()), Duration::plus);
        return result;
    }

    /** Times a step that counts only if it says that it did something. */
    void timeIfDone(String name, Step<Boolean> step) throws IOException {
        Instant start = clock.instant();
        boolean done = step.run();
        Duration taken = Duration.between(start, clock.instant());
        if (done) {
            steps.merge(name, taken, Duration::plus);
        }
    }

    Timings timings() {
        return new Timings(steps);
    }
}
