package dev.fruits.cli.predict;

import dev.fruits.cli.console.Figures;
import dev.fruits.core.classify.LabelProbability;
import dev.fruits.core.classify.Prediction;
import dev.fruits.core.json.Json;
import dev.fruits.core.run.Csv;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How answers are printed, a line each. */
public enum AnswerFormat {
    /** For people. */
    TEXT {
        @Override
        String predicted(String photo, Prediction prediction, boolean known, List<LabelProbability> top) {
            String guesses = top.stream()
                    .map(guess -> guess.label() + " " + Figures.percent(guess.probability()) + " %")
                    .collect(Collectors.joining(", "));
            return photo + ": " + (known ? guesses : "not a fruit I know (" + guesses + ")") + System.lineSeparator();
        }

        @Override
        String unusable(String photo, String reason) {
            return photo + ": cannot be used: " + reason + System.lineSeparator();
        }
    },
    /** RFC 4180, with a head. */
    CSV {
        @Override
        public String head() {
            return Csv.line("image", "label", "probability", "known", "top", "error");
        }

        @Override
        String predicted(String photo, Prediction prediction, boolean known, List<LabelProbability> top) {
            String guesses = top.stream()
                    .map(guess -> guess.label() + "=" + guess.probability())
                    .collect(Collectors.joining(";"));
            return Csv.line(
                    photo,
                    prediction.best().label(),
                    Double.toString(prediction.best().probability()),
                    Boolean.toString(known),
                    guesses,
                    "");
        }

        @Override
        String unusable(String photo, String reason) {
            return Csv.line(photo, "", "", "", "", reason);
        }
    },
    /** A JSON object a line. */
    JSON_LINES {
        @Override
        String predicted(String photo, Prediction prediction, boolean known, List<LabelProbability> top) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("image", photo);
            fields.put("label", prediction.best().label());
            fields.put("probability", prediction.best().probability());
            fields.put("known", known);
            fields.put("top", top.stream().map(AnswerFormat::fields).toList());
            return onOneLine(fields);
        }

        @Override
        String unusable(String photo, String reason) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("image", photo);
            fields.put("error", reason);
            return onOneLine(fields);
        }
    };

    /** What stands before all lines. */
    public String head() {
        return "";
    }

    /**
     * One line, ended.
     *
     * @param threshold of the probability below which a label is not known
     * @param top how many labels are named
     */
    public String line(Recognised recognised, double threshold, int top) {
        String photo = recognised.photo().toString();
        if (recognised instanceof Recognised.Predicted predicted) {
            Prediction prediction = predicted.prediction();
            return predicted(photo, prediction, prediction.isKnown(threshold), prediction.top(top));
        }
        return unusable(photo, ((Recognised.Unusable) recognised).reason());
    }

    abstract String predicted(String photo, Prediction prediction, boolean known, List<LabelProbability> top);

    abstract String unusable(String photo, String reason);

    private static Map<String, Object> fields(LabelProbability guess) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("label", guess.label());
        fields.put("probability", guess.probability());
        return fields;
    }

    /** Strings hold no line breaks in JSON, so that those of the indentation can go. */
    private static String onOneLine(Map<String, Object> fields) {
        return Json.write(fields).lines().map(String::strip).collect(Collectors.joining("", "", "\n"));
    }
}
