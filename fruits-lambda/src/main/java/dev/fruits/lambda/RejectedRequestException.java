package dev.fruits.lambda;

/** A request without a usable image; the message is one line for its sender. */
final class RejectedRequestException extends Exception {
    private final int status;

    /**
     * Refuses.
     *
     * @param status of HTTP, 4xx
     */
    RejectedRequestException(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }
}
