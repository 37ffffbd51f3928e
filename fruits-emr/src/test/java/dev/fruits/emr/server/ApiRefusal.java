package dev.fruits.emr.server;

import java.util.Map;

/** An answer that was arranged: an error in place of the work, or no answer after it. */
record ApiRefusal(String operation, int status, String code, String message, boolean afterwards) {
    Map<String, Object> body() {
        return Map.of("__type", code, "message", message);
    }
}
