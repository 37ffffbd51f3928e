package dev.fruits.aws.s3;

import java.io.IOException;

/** Cleaning up on a thread that may be interrupted: its requests would fail before they are sent. */
final class Uninterrupted {
    /** Several requests in a row. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException;
    }

    private Uninterrupted() {}

    /** Runs it, and interrupts the thread again afterwards. */
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

    /** Runs it after a failure, to which its own failure is added. */
    static void runAfter(Exception failure, Work work) {
        try {
            run(work);
        } catch (IOException | RuntimeException e) {
            failure.addSuppressed(e);
        }
    }
}
