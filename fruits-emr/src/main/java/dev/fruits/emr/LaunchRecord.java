package dev.fruits.emr;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.image.Location;
import dev.fruits.core.json.Json;
import dev.fruits.core.json.JsonException;
import dev.fruits.core.json.JsonFields;
import dev.fruits.emr.plan.ClusterSpec;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The record of a launch in the run's folder, written before the request for machines and again after it.
 *
 * @param run name
 * @param attempt from 1: how often it was launched
 * @param at when this was written
 * @param id of the cluster or job; null before its creation
 * @param refused whether EMR refused the request
 */
record LaunchRecord(
        String run, int attempt, Instant at, @Nullable String id, boolean refused, Location results) {
    static final String NAME = "launch.json";

    static Location place(Location folder) {
        return folder.resolve(NAME);
    }

    static LaunchRecord intended(ClusterSpec spec, int attempt, Instant now) {
        return new LaunchRecord(
                spec.name(), attempt, now, null, false, spec.job().results());
    }

    LaunchRecord made(String machines, Instant now) {
        return new LaunchRecord(run, attempt, now, machines, false, results);
    }

    LaunchRecord wasRefused(Instant now) {
        return new LaunchRecord(run, attempt, now, null, true, results);
    }

    String text() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("run", run);
        fields.put("attempt", attempt);
        fields.put("at", at.toString());
        fields.put("id", id == null ? Json.NULL : id);
        fields.put("refused", refused);
        fields.put("results", results.text());
        return Json.write(fields);
    }

    static LaunchRecord parse(Location place, String text) {
        try {
            Map<String, Object> fields = Json.parseObject(place.text(), text);
            JsonFields typed = new JsonFields(place.text(), fields);
            return new LaunchRecord(
                    typed.string("run"),
                    (int) typed.integer("attempt"),
                    Instant.parse(typed.string("at")),
                    fields.get("id") == Json.NULL ? null : typed.string("id"),
                    Boolean.TRUE.equals(fields.get("refused")),
                    new Location(typed.string("results")));
        } catch (JsonException | DateTimeException e) {
            throw new RunFailedException(
                    place + ": is no launch record (" + e.getMessage()
                            + "); remove it, or launch under another --folder",
                    e);
        }
    }
}
