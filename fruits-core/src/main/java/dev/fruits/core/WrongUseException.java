package dev.fruits.core;

/**
 * The caller asked for something that cannot be: a bad option, a folder that is not there, more components than
 * features. The message is one line that names the thing, its value and the remedy. Thrown before work is done.
 */
public final class WrongUseException extends RuntimeException {
    public WrongUseException(String message) {
        super(message);
    }

    public WrongUseException(String message, Throwable cause) {
        super(message, cause);
    }
}
