package dev.fruits.emr.server;

import java.util.Map;

/** An error that the API answers with. */
final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final String code;
    private final boolean fault;

    private ApiException(int status, String code, String message, boolean fault) {
        super(message);
        this.status = status;
        this.code = code;
        this.fault = fault;
    }

    /** The request breaks the protocol: no client should send it. */
    static ApiException fault(String message) {
        return new ApiException(400, "ValidationException", message, true);
    }

    /** The request is in order and cannot be met. */
    static ApiException unmet(int status, String code, String message) {
        return new ApiException(status, code, message, false);
    }

    Map<String, Object> body() {
        return new ApiRefusal("", status, code, String.valueOf(getMessage()), false).body();
    }

    int status() {
        return status;
    }

    boolean isFault() {
        return fault;
    }
}
