package dev.fruits.aws.s3;

import java.io.IOException;

/** Cleaning up on a thread that was told to stop: its requests would be refused before they are sent. */
final class Uninterrupted {
    /** Several requests in a row. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException;
    }

    private Uninterrupted() {}

    /** Runs it, and lets the thread know of its interruption afterwards. */
    static void run(Work work) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            work.run();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
