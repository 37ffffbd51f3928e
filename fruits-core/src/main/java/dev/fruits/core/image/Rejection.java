package dev.fruits.core.image;

import java.io.Serializable;
import java.util.Comparator;

/**
 * An image that gave no features, and why.
 *
 * @param path as in {@link ImageRef#path()}
 * @param label its class; empty if it has none
 * @param stage the step in which it was rejected
 * @param reason one line, the same on every machine for the same bytes
 */
public record Rejection(String path, String label, Stage stage, String reason) implements Serializable {
    public static final Comparator<Rejection> BY_PATH = Comparator.comparing(Rejection::path);

    public Rejection {
        reason = reason.lines().map(String::strip).reduce((a, b) -> a + " " + b).orElse("unknown");
    }
}
