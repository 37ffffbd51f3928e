package dev.fruits.aws.s3;

import java.io.IOException;
import java.lang.System.Logger.Level;

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

    /** Runs it; a failure is logged with {@code remedy}. */
    static void runOrLog(Level level, String remedy, Work work) {
        try {
            run(work);
        } catch (IOException | RuntimeException e) {
            System.getLogger(Uninterrupted.class.getName()).log(level, e.getMessage() + remedy);
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
