package dev.fruits.lambda;

import dev.fruits.core.json.Json;
import dev.fruits.core.predict.InputImage;
import java.util.Base64;
import java.util.Map;

/** The image in an event of API Gateway (payloads 1.0 and 2.0) or of a function URL. */
final class RequestBody {
    /** A request to Lambda has at most 6 MB, and base64 makes 4 bytes of 3. */
    static final int MAX_BYTES = 4 << 20;

    private static final String NAME = "body";
    static final InputImage TOO_LARGE = unusable("larger than 4 MB; shrink the image");

    private RequestBody() {}

    /** True for the event of a request. */
    static boolean isIn(Map<String, Object> event) {
        return event.containsKey("requestContext") || event.containsKey("body") || event.containsKey("isBase64Encoded");
    }

    /** The decoded body, {@link #TOO_LARGE}, or the reason why there is no image. */
    static InputImage of(Map<String, Object> event) {
        Object body = event.getOrDefault("body", Json.NULL);
        if (!(body instanceof String text) || text.isEmpty()) {
            return unusable("no body; send the bytes of a JPEG, PNG, GIF or BMP");
        }
        if (!Boolean.TRUE.equals(event.get("isBase64Encoded"))) {
            return unusable("the body came as text; send the image's bytes with content-type image/jpeg, and let API"
                    + " Gateway take that for binary");
        }
        if (text.length() / 4L * 3 > MAX_BYTES + 2) {
            return TOO_LARGE;
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            return bytes.length > MAX_BYTES ? TOO_LARGE : InputImage.of(NAME, bytes);
        } catch (IllegalArgumentException e) {
            return unusable("the body is no base64");
        }
    }

    private static InputImage unusable(String reason) {
        return InputImage.unreadable(NAME, reason);
    }
}
