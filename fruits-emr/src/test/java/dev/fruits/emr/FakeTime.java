package dev.fruits.emr;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Time that passes only where somebody waits. */
final class FakeTime {
    private Instant now = Instant.parse("2026-11-27T10:00:00Z");
    private final List<Duration> waits = new ArrayList<>();

    Polling polling() {
        return new Polling(() -> now, this::pass, new Random(42), Duration.ofSeconds(10));
    }

    void pass(Duration time) {
        waits.add(time);
        now = now.plus(time);
    }

    /** Every wait so far. */
    List<Duration> waits() {
        return List.copyOf(waits);
    }
}
