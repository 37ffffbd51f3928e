package dev.fruits.emr;

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
 * @param poll between two looks at a run, on average
 */
record Polling(InstantSource clock, Sleep sleep, RandomGenerator random, Duration poll) {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int DOUBLINGS = 5;

    /** Waits, or is interrupted. */
    @FunctionalInterface
    interface Sleep {
        void of(Duration time) throws InterruptedException;
    }

    static Polling real(Duration poll) {
        return new Polling(
                InstantSource.system(), time -> Thread.sleep(time.toMillis()), RandomGenerator.getDefault(), poll);
    }

    Instant now() {
        return clock.instant();
    }

    /** Waits until the next look: a fifth more or less than asked. */
    void awaitLook() throws InterruptedIOException {
        sleep(poll.toMillis() * 4 / 5 + random.nextLong(poll.toMillis() * 2 / 5));
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
