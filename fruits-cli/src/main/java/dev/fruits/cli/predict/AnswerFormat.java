package dev.fruits.cli.predict;

import dev.fruits.cli.console.Figures;
import dev.fruits.core.classify.LabelProbability;
import dev.fruits.core.classify.Prediction;
import dev.fruits.core.json.Json;
import dev.fruits.core.predict.AnswerJson;
import dev.fruits.core.predict.AnswerRule;
import dev.fruits.core.predict.Recognised;
import dev.fruits.core.run.Csv;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How answers are printed, a line each. */
public enum AnswerFormat {
    /** For people. */
    TEXT {
        @Override
        public String line(Recognised recognised, AnswerRule rule) {
            String answer = recognised instanceof Recognised.Predicted predicted
                    ? answer(predicted.prediction(), rule)
                    : "cannot be used: " + reason(recognised);
            return recognised.photo() + ": " + answer + System.lineSeparator();
        }

        private String answer(Prediction prediction, AnswerRule rule) {
            String guesses = guesses(
                    prediction, rule, ", ", guess -> guess.label() + " " + Figures.percent(guess.probability()) + " %");
            return prediction.isKnown(rule.threshold()) ? guesses : "not a fruit I know (" + guesses + ")";
        }
    },
    /** RFC 4180, with a head. */
    CSV {
        @Override
        public String head() {
            return Csv.line("image", "label", "probability", "known", "top", "error");
        }

        @Override
        public String line(Recognised recognised, AnswerRule rule) {
            return recognised instanceof Recognised.Predicted predicted
                    ? line(predicted.photo(), predicted.prediction(), rule)
                    : Csv.line(recognised.photo(), "", "", "", "", reason(recognised));
        }

        private String line(String photo, Prediction prediction, AnswerRule rule) {
            return Csv.line(
                    photo,
                    prediction.best().label(),
                    Double.toString(prediction.best().probability()),
                    Boolean.toString(prediction.isKnown(rule.threshold())),
                    guesses(prediction, rule, ";", guess -> guess.label() + "=" + guess.probability()),
                    "");
        }
    },
    /** A JSON object a line. */
    JSON_LINES {
        @Override
        public String line(Recognised recognised, AnswerRule rule) {
            return Json.writeLine(AnswerJson.fields(recognised, rule));
        }
    };

    /** What stands before all lines. */
    public String head() {
        return "";
    }

    /** One line, ended. */
    public abstract String line(Recognised recognised, AnswerRule rule);

    private static String reason(Recognised recognised) {
        return ((Recognised.Unusable) recognised).reason();
    }

    private static String guesses(
            Prediction prediction, AnswerRule rule, String separator, Function<LabelProbability, String> guess) {
        return prediction.top(rule.top()).stream().map(guess).collect(Collectors.joining(separator));
    }
}
