package dev.fruits.core;

/**
 * The system under a run failed: a full disk, a model that does not load, a ledger that does not balance. The message
 * is one line that names the thing, its value and the remedy.
 */
public final class RunFailedException extends RuntimeException {
    public RunFailedException(String message) {
        super(message);
    }

    public RunFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
