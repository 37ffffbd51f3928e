package dev.fruits.emr;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * The pauses between requests.
 *
 * @param random spreads the requests of many processes
 * @param poll mean time between two looks at a run
 */
record Polling(InstantSource clock, Emr.Sleep sleep, RandomGenerator random, Duration poll) {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int DOUBLINGS = 5;

    Instant now() {
        return clock.instant();
    }

    /** Waits for the poll time, a fifth more or less. */
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
