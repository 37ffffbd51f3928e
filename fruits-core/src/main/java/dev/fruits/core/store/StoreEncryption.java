package dev.fruits.core.store;

import dev.fruits.core.Spelling;

/** How an object store encrypts what is written to it, at rest. */
public enum StoreEncryption {
    /** With keys of the store's own (SSE-S3). */
    SSE_S3,
    /** With a key of the key management service (SSE-KMS). */
    SSE_KMS;

    /**
     * The value that a pipeline file or an option names.
     *
     * @throws dev.fruits.core.WrongUseException if there is none of this name
     */
    public static StoreEncryption of(String text) {
        return Spelling.constant("encryption", text, values());
    }

    /** As it is written in a pipeline file. */
    public String text() {
        return Spelling.text(this);
    }
}
