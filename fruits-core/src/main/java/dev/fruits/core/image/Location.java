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

    /** In what stands before the first slash; a colon begins a port, too. */
    private static final Pattern CREDENTIALS = Pattern.compile("@|:.*\\D");

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

    /**
     * Refuses {@code s3://KEY:SECRET@bucket}, also where the secret holds a slash: manifests, plans and logs would show
     * it.
     *
     * @param option what the place is: {@code images}, {@code out}
     * @param remedy where credentials belong
     * @throws WrongUseException if there are any; the message does not repeat them
     */
    public void requireNoCredentials(String option, String remedy) {
        Matcher matcher = SCHEME.matcher(text);
        if (!matcher.matches()) {
            return;
        }
        String rest = text.substring(text.indexOf("://") + 3);
        if (CREDENTIALS.matcher(rest.substring(0, (rest + "/").indexOf('/'))).find()) {
            throw new WrongUseException(option + " " + matcher.group(1)
                    + "://…: credentials do not belong in a location, which manifests show; " + remedy);
        }
    }

    /** What is called {@code name} below this location; {@code name} may hold slashes. */
    public Location resolve(String name) {
        return new Location(text + "/" + name);
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
