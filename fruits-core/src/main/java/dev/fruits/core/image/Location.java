package dev.fruits.core.image;

import dev.fruits.core.WrongUseException;
import java.io.Serializable;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where images or results are: a local path ({@code photos/Test}) or {@code scheme://…} ({@code s3://bucket/prefix}).
 * Not a {@link java.net.URI}: folders hold spaces and object keys hold anything, so nothing is escaped or decoded.
 *
 * @param text as the user wrote it, without trailing slashes
 */
public record Location(String text) implements Serializable {
    private static final Pattern SCHEME = Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]+)://.*", Pattern.DOTALL);

    public Location {
        if (text.isBlank()) {
            throw new WrongUseException("location '': is empty; give a folder or scheme://…");
        }
        while (text.length() > 1 && text.endsWith("/") && !text.endsWith("://")) {
            text = text.substring(0, text.length() - 1);
        }
    }

    /** The scheme in lower case ({@code s3}), or empty for a local path. */
    public Optional<String> scheme() {
        Matcher matcher = SCHEME.matcher(text);
        return matcher.matches() ? Optional.of(matcher.group(1).toLowerCase(java.util.Locale.ROOT)) : Optional.empty();
    }

    /** True when this is a path of the local file system. */
    public boolean isLocal() {
        return scheme().isEmpty();
    }

    @Override
    public String toString() {
        return text;
    }
}
