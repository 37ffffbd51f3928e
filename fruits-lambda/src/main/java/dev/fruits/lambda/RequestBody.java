package dev.fruits.lambda;

import dev.fruits.core.json.Json;
import java.util.Base64;
import java.util.Map;

/** The image in an event of API Gateway (payloads 1.0 and 2.0) or of a function URL. */
final class RequestBody {
    /** A request to Lambda has at most 6 MB, and base64 makes 4 bytes of 3. */
    static final int MAX_BYTES = 4 << 20;

    private RequestBody() {}

    /** True for the event of a request. */
    static boolean isIn(Map<String, Object> event) {
        return event.containsKey("requestContext") || event.containsKey("body") || event.containsKey("isBase64Encoded");
    }

    /**
     * The decoded body.
     *
     * @throws RejectedRequestException if there is none, it is no base64 or too large
     */
    static byte[] of(Map<String, Object> event) throws RejectedRequestException {
        Object body = event.getOrDefault("body", Json.NULL);
        if (!(body instanceof String text) || text.isEmpty()) {
            throw new RejectedRequestException(400, "no body; send the bytes of a JPEG, PNG, GIF or BMP");
        }
        if (!Boolean.TRUE.equals(event.get("isBase64Encoded"))) {
            throw new RejectedRequestException(
                    400,
                    "the body came as text; send the image's bytes with content-type image/jpeg, and let API Gateway"
                            + " take that for binary");
        }
        if (text.length() / 4L * 3 > MAX_BYTES + 2) {
            throw tooLarge();
        }
        return decoded(text);
    }

    private static byte[] decoded(String text) throws RejectedRequestException {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (bytes.length > MAX_BYTES) {
                throw tooLarge();
            }
            return bytes;
        } catch (IllegalArgumentException e) {
            throw new RejectedRequestException(400, "the body is no base64");
        }
    }

    private static RejectedRequestException tooLarge() {
        return new RejectedRequestException(413, "larger than 4 MB; shrink the image");
    }
}
