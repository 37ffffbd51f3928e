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
import java.util.function.BiFunction;

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
        return new FinishedRun(
                read(results, "manifest.json", Json::parseObject),
                read(results, "rejects/rejects.csv", FinishedRun::rejections),
                read(results, "pca.json", PcaProjection::fromJson));
    }

    /** @param parser of the document's path, for messages, and its text */
    private static <T> T read(RunResults results, String name, BiFunction<String, String, T> parser)
            throws IOException {
        String text = results.document(name)
                .orElseThrow(() -> new RunFailedException("run " + results.location() + ": has no " + name + REMEDY));
        try {
            return parser.apply(results.location() + "/" + name, text);
        } catch (JsonException e) {
            throw new RunFailedException(e.getMessage() + REMEDY, e);
        } catch (WrongUseException e) { // the user gave a folder, not this file
            throw new RunFailedException(String.valueOf(e.getMessage()), e);
        }
    }

    private static Map<String, String> rejections(String path, String text) {
        Map<String, String> rejections = new HashMap<>();
        try {
            List<List<String>> lines = Csv.read(text);
            for (List<String> line : lines.subList(Math.min(1, lines.size()), lines.size())) {
                if (line.size() != 3) {
                    throw new IllegalArgumentException("a line has " + line.size() + " fields, not 3");
                }
                rejections.merge(line.get(0), line.get(1) + ": " + line.get(2), (a, b) -> a + " | " + b);
            }
        } catch (IllegalArgumentException e) {
            throw new RunFailedException(path + ": " + e.getMessage() + REMEDY, e);
        }
        return rejections;
    }
}
