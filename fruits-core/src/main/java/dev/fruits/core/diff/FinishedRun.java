package dev.fruits.core.diff;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.json.Json;
import dev.fruits.core.json.JsonException;
import dev.fruits.core.pca.PcaProjection;
import dev.fruits.core.run.Csv;
import dev.fruits.core.sink.RunResults;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The documents of a run.
 *
 * @param manifest as parsed
 * @param rejections {@code stage: reason} by path
 * @param projection what was fitted
 */
record FinishedRun(Map<String, Object> manifest, Map<String, String> rejections, PcaProjection projection) {
    private static final String REMEDY = "; make this run again with --overwrite, or copy it again";

    /** @throws RunFailedException if a document is missing or damaged */
    static FinishedRun of(RunResults results) throws IOException {
        return new FinishedRun(manifest(results), rejections(results), projection(results));
    }

    private static Map<String, Object> manifest(RunResults results) throws IOException {
        String name = "manifest.json";
        try {
            return Json.parseObject(path(results, name), text(results, name));
        } catch (JsonException e) {
            throw new RunFailedException(e.getMessage() + REMEDY, e);
        }
    }

    private static PcaProjection projection(RunResults results) throws IOException {
        String name = "pca.json";
        try {
            return PcaProjection.fromJson(path(results, name), text(results, name));
        } catch (WrongUseException e) { // the user gave a folder, not this file
            throw new RunFailedException(String.valueOf(e.getMessage()), e);
        }
    }

    private static Map<String, String> rejections(RunResults results) throws IOException {
        String name = "rejects/rejects.csv";
        Map<String, String> rejections = new HashMap<>();
        try {
            List<List<String>> lines = Csv.read(text(results, name));
            for (List<String> line : lines.subList(Math.min(1, lines.size()), lines.size())) {
                if (line.size() != 3) {
                    throw new IllegalArgumentException("a line has " + line.size() + " fields, not 3");
                }
                rejections.merge(line.get(0), line.get(1) + ": " + line.get(2), (a, b) -> a + " | " + b);
            }
        } catch (IllegalArgumentException e) {
            throw new RunFailedException(path(results, name) + ": " + e.getMessage() + REMEDY, e);
        }
        return rejections;
    }

    private static String text(RunResults results, String name) throws IOException {
        return results.document(name)
                .orElseThrow(() -> new RunFailedException("run " + results.location() + ": has no " + name + REMEDY));
    }

    private static String path(RunResults results, String name) {
        return results.location() + "/" + name;
    }
}
