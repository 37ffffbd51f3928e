package dev.fruits.cli.console;

import java.util.List;
import java.util.Locale;

/** Lines for people, each below or beside its heading. */
public final class HeadedLines {
    private final StringBuilder text = new StringBuilder();
    private String heading = "";

    /** Puts {@code next} before the next line. */
    HeadedLines head(String next) {
        heading = next;
        return this;
    }

    HeadedLines line(String content) {
        text.append(String.format(Locale.ROOT, "%-12s%s%n", heading, content));
        return head("");
    }

    public HeadedLines line(String heading, String content) {
        return head(heading).line(content);
    }

    /** The heading is before the first of the lines; without lines nothing is shown. */
    HeadedLines lines(String heading, List<String> contents) {
        head(heading);
        contents.forEach(this::line);
        return head("");
    }

    /** All lines, the last one ended. */
    @Override
    public String toString() {
        return text.toString();
    }
}
