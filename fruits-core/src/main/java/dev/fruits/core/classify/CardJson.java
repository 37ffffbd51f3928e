package dev.fruits.core.classify;

import dev.fruits.core.feature.ModelId;
import dev.fruits.core.image.Location;
import dev.fruits.core.json.JsonException;
import dev.fruits.core.json.JsonFields;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The fields of {@code classifier.json} that say how a classifier came about. */
final class CardJson {
    private CardJson() {}

    static Map<String, Object> write(ClassifierCard card) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("classifier", card.classifier());
        fields.put("library", card.library());
        fields.put("hyper_parameters", card.hyperParameters());
        fields.put("model", model(card.origin().model()));
        fields.put("images", card.origin().images().text());
        fields.put("fitted", card.origin().time().toString());
        fields.put("images_per_label", card.imagesPerLabel());
        fields.put("host", card.host());
        return fields;
    }

    private static Map<String, Object> model(ModelId model) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", model.name());
        fields.put("sha256", model.sha256());
        fields.put("preprocessing", model.preprocessing());
        return fields;
    }

    static ClassifierCard read(JsonFields fields) {
        JsonFields model = fields.object("model");
        ModelId id = new ModelId(model.string("name"), model.string("sha256"), model.string("preprocessing"));
        return new ClassifierCard(
                fields.string("classifier"),
                fields.string("library"),
                texts(fields.object("hyper_parameters")),
                new TrainingOrigin(new Location(fields.string("images")), id, instant(fields.string("fitted"))),
                counts(fields.object("images_per_label")),
                texts(fields.object("host")));
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new JsonException("'fitted' must be a time as 2026-11-01T00:00:00Z but is " + text);
        }
    }

    private static Map<String, String> texts(JsonFields fields) {
        Map<String, String> texts = new LinkedHashMap<>();
        fields.names().forEach(name -> texts.put(name, fields.string(name)));
        return texts;
    }

    private static SortedMap<String, Long> counts(JsonFields fields) {
        SortedMap<String, Long> counts = new TreeMap<>();
        fields.names().forEach(name -> counts.put(name, fields.integer(name)));
        return counts;
    }
}
