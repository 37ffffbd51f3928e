package dev.fruits.core.predict;

import dev.fruits.core.classify.LabelProbability;
import dev.fruits.core.classify.Prediction;
import java.util.LinkedHashMap;
import java.util.Map;

/** Answers for programs: the fields of a JSON object. */
public final class AnswerJson {
    private AnswerJson() {}

    /**
     * {@code image}, {@code label}, {@code probability}, {@code known} and {@code top}, or {@code image} and
     * {@code error}; for {@link dev.fruits.core.json.Json}.
     */
    public static Map<String, Object> fields(Recognised recognised, AnswerRule rule) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("image", recognised.photo());
        if (recognised instanceof Recognised.Predicted predicted) {
            Prediction prediction = predicted.prediction();
            fields.putAll(fields(prediction.best()));
            fields.put("known", prediction.isKnown(rule.threshold()));
            fields.put(
                    "top",
                    prediction.top(rule.top()).stream().map(AnswerJson::fields).toList());
        } else {
            fields.put("error", ((Recognised.Unusable) recognised).reason());
        }
        return fields;
    }

    private static Map<String, Object> fields(LabelProbability guess) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("label", guess.label());
        fields.put("probability", guess.probability());
        return fields;
    }
}
