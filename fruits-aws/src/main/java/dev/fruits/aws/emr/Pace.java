package dev.fruits.aws.emr;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * How fast a cloud is asked.
 *
 * @param clock tells the time
 * @param sleep waits
 * @param random spreads what would else be asked by many at the same time
 */
record Pace(InstantSource clock, Sleep sleep, RandomGenerator random) {
    private static final Duration POLL = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int DOUBLINGS = 5;

    /** Waits, or is interrupted. */
    @FunctionalInterface
    interface Sleep {
        void of(Duration time) throws InterruptedException;
    }

    static Pace real() {
        return new Pace(InstantSource.system(), time -> Thread.sleep(time.toMillis()), RandomGenerator.getDefault());
    }

    Instant now() {
        return clock.instant();
    }

    /** Between two looks at a run: 8 to 12 seconds. */
    void poll() throws InterruptedIOException {
        sleep(POLL.toMillis() * 4 / 5 + random.nextLong(POLL.toMillis() * 2 / 5));
    }

    /** After a refusal: up to 1, 2, 4 … 30 seconds, and at least half of that. */
    void backOff(int failures) throws InterruptedIOException {
        long most = Math.min(LONGEST.toMillis(), 1000L << Math.min(failures - 1, DOUBLINGS));
        sleep(most / 2 + random.nextLong(most / 2));
    }

    private void sleep(long millis) throws InterruptedIOException {
        try {
            sleep.of(Duration.ofMillis(millis));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException stopped = new InterruptedIOException("waiting for EMR was interrupted");
            stopped.initCause(e);
            throw stopped;
        }
    }
}
