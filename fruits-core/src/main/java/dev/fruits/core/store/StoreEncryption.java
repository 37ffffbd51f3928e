package dev.fruits.core.store;

import dev.fruits.core.Spelling;
import dev.fruits.core.WrongUseException;
import java.util.Arrays;
import java.util.List;

/** How an object store encrypts what is written to it, at rest. */
public enum StoreEncryption {
    /** With keys of the store's own (SSE-S3). */
    SSE_S3("sse-s3"),
    /** With a key of the key management service (SSE-KMS). */
    SSE_KMS("sse-kms");

    private final String text;

    StoreEncryption(String text) {
        this.text = text;
    }

    /**
     * The value that a pipeline file or an option names.
     *
     * @throws WrongUseException if there is none of this name
     */
    public static StoreEncryption of(String text) {
        List<String> known = Arrays.stream(values()).map(StoreEncryption::text).toList();
        return Arrays.stream(values())
                .filter(value -> value.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new WrongUseException("encryption " + text + ": is not known"
                        + Spelling.hint(text, known) + "; give one of " + String.join(", ", known)));
    }

    /** As it is written in a pipeline file. */
    public String text() {
        return text;
    }
}
