package dev.fruits.spark.ml;

import dev.fruits.core.Spelling;
import dev.fruits.core.WrongUseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Treatment of the row of a rejected image. */
enum InvalidImages {
    /** Keep the row, without features and with the reason. */
    KEEP,
    /** Drop the row. */
    SKIP,
    /** Fail the job. */
    ERROR;

    static InvalidImages of(String text) {
        List<String> known = Arrays.stream(values()).map(InvalidImages::text).toList();
        int index = known.indexOf(text);
        if (index < 0) {
            throw new WrongUseException(
                    "handleInvalid " + text + ": must be keep, skip or error" + Spelling.hint(text, known));
        }
        return values()[index];
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
