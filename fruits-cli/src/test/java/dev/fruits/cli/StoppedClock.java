package dev.fruits.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Time moves only when a test says so. */
public final class StoppedClock implements InstantSource {
    private Instant now = Instant.parse("2026-11-01T12:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    public void advance(Duration time) {
        now = now.plus(time);
    }
}
