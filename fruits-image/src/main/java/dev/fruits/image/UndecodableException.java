package dev.fruits.image;

/** These bytes are no picture that can be read right; the message is the reason, the same on every machine. */
final class UndecodableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    UndecodableException(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }

    /** {@code damaged("PNG")}: the bytes break the rules of their format or end too early. */
    static UndecodableException damaged(String format) {
        return new UndecodableException("damaged or truncated " + format);
    }
}
