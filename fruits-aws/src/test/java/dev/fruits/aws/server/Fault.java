package dev.fruits.aws.server;

import java.time.Duration;
import java.util.Map;

/** What a {@link FaultyProxy} does to a request instead of passing it on as it is. */
public sealed interface Fault {
    /** An answer of its own; the store hears nothing. */
    record Answer(int status, String xml, Map<String, String> headers) implements Fault {}

    /** The connection breaks once the request was read; the store hears nothing. */
    record Reset() implements Fault {}

    /** The store acts on the request, then the connection breaks without an answer. */
    record LostAnswer() implements Fault {}

    /** The connection breaks after so many bytes of the answer's body. */
    record Truncated(int bytes) implements Fault {}

    /** The request is passed on later. */
    record Late(Duration by) implements Fault {}

    /** This happens before the request is passed on, deleting what it asks for, say. */
    record Meanwhile(Runnable event) implements Fault {}

    /** An error in S3's form. */
    static Fault error(int status, String code, String message, Map<String, String> headers) {
        return new Answer(
                status,
                "<Error><Code>%s</Code><Message>%s</Message><RequestId>TOLD</RequestId></Error>"
                        .formatted(code, message),
                headers);
    }

    static Fault error(int status, String code) {
        return error(status, code, "told by the proxy", Map.of());
    }

    static Fault slowDown() {
        return error(503, "SlowDown");
    }

    static Fault expiredToken() {
        return error(403, "ExpiredToken");
    }
}
