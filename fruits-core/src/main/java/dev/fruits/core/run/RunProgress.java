package dev.fruits.core.run;

import dev.fruits.core.json.Json;
import dev.fruits.core.json.JsonException;
import dev.fruits.core.json.JsonFields;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * How far a run is, in a file beside its results while it goes on: for whoever cannot see its console.
 *
 * @param step what is being done, for people
 * @param done how many images of {@code total}
 * @param at when this was so
 */
public record RunProgress(String step, long done, long total, Instant at) {
    /** Hidden, by its first letter, from readers of tables. */
    public static final String NAME = "_progress.json";

    public String text() {
        return Json.write(this);
    }

    /**
     * Reads what {@link #text()} wrote.
     *
     * @param name of the text, for messages
     * @throws JsonException if it is something else
     */
    public static RunProgress parse(String name, String text) {
        JsonFields fields = JsonFields.parse(name, text);
        try {
            return new RunProgress(
                    fields.string("step"),
                    fields.integer("done"),
                    fields.integer("total"),
                    Instant.parse(fields.string("at")));
        } catch (DateTimeException e) {
            throw new JsonException(name + ": 'at' is no time (" + e.getMessage() + ")");
        }
    }
}
