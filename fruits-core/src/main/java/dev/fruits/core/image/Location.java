package dev.fruits.core.image;

import dev.fruits.core.WrongUseException;
import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where images or results are: a local path ({@code photos/Test}), {@code file:///…} or {@code scheme://…} ({@code
 * s3://bucket/prefix}).
 * Not a {@link java.net.URI}: folders hold spaces and object keys hold anything, so nothing is escaped or decoded.
 *
 * @param text as the user wrote it, without trailing slashes
 */
public record Location(String text) implements Serializable {
    private static final String FILE = "file";
    private static final Pattern SCHEME =
            Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]+)://.*|[fF][iI][lL][eE]:/.*", Pattern.DOTALL);

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
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(matcher.group(1) == null ? FILE : matcher.group(1).toLowerCase(Locale.ROOT));
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
        if (!matcher.matches() || isLocal()) {
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

    /** True for a path of the local file system, also as {@code file:///…}. */
    public boolean isLocal() {
        return scheme().orElse(FILE).equals(FILE);
    }

    /**
     * The path of a local location, without {@code file:}.
     *
     * @throws WrongUseException if the location is not local, or names another machine: {@code file://host/…}
     */
    public String localPath() {
        if (scheme().isEmpty()) {
            return text;
        }
        if (!isLocal()) {
            throw new WrongUseException(text + ": is not a local folder; give a path, or file:///…");
        }
        String path = text.substring(FILE.length() + 1);
        path = path.startsWith("//") ? path.substring(2) : path;
        if (!path.isEmpty() && !path.startsWith("/")) {
            throw new WrongUseException(text + ": names a machine; give file:///… with a path of this machine");
        }
        return path.isEmpty() ? "/" : path;
    }

    @Override
    public String toString() {
        return text;
    }
}
