package dev.fruits.core.json;

/** A text is not the JSON that was expected; the message names the text and the place. */
public final class JsonException extends RuntimeException {
    public JsonException(String message) {
        super(message);
    }
}
