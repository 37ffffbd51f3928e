package dev.fruits.lambda;

/** A request holds no photograph that could be looked at; the message is one line for whoever sent it. */
final class RequestRefusedException extends Exception {
    private final int status;

    /**
     * Refuses.
     *
     * @param status of HTTP, 4xx
     */
    RequestRefusedException(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }
}
