package dev.fruits.cli.console;

import dev.fruits.core.classify.LabelProbability;
import dev.fruits.core.classify.Prediction;
import dev.fruits.core.json.Json;
import dev.fruits.core.predict.ImagePrediction;
import dev.fruits.core.predict.PredictionFields;
import dev.fruits.core.predict.PredictionThreshold;
import dev.fruits.core.run.Csv;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The format of predictions, one line each. */
public enum PredictionFormat {
    /** For people. */
    TEXT {
        @Override
        public String line(ImagePrediction result, PredictionThreshold shown) {
            String text = result instanceof ImagePrediction.Classified classified
                    ? text(classified.prediction(), shown)
                    : "rejected: " + reason(result);
            return result.image() + ": " + text + System.lineSeparator();
        }

        private String text(Prediction prediction, PredictionThreshold shown) {
            String labels = labels(
                    prediction,
                    shown,
                    ", ",
                    label -> label.label() + " " + Figures.percent(label.probability()) + " %");
            return prediction.isKnown(shown.threshold()) ? labels : "unknown (" + labels + ")";
        }
    },
    /** RFC 4180, with a head. */
    CSV {
        @Override
        public String head() {
            return Csv.line("image", "label", "probability", "known", "top", "error");
        }

        @Override
        public String line(ImagePrediction result, PredictionThreshold shown) {
            return result instanceof ImagePrediction.Classified classified
                    ? line(classified.image(), classified.prediction(), shown)
                    : Csv.line(result.image(), "", "", "", "", reason(result));
        }

        private String line(String image, Prediction prediction, PredictionThreshold shown) {
            return Csv.line(
                    image,
                    prediction.best().label(),
                    Double.toString(prediction.best().probability()),
                    Boolean.toString(prediction.isKnown(shown.threshold())),
                    labels(prediction, shown, ";", label -> label.label() + "=" + label.probability()),
                    "");
        }
    },
    /** A JSON object a line. */
    JSON_LINES {
        @Override
        public String line(ImagePrediction result, PredictionThreshold shown) {
            return Json.writeLine(PredictionFields.of(result, shown));
        }
    };

    /** The header; empty if there is none. */
    public String head() {
        return "";
    }

    /** One line, ended. */
    public abstract String line(ImagePrediction result, PredictionThreshold shown);

    private static String reason(ImagePrediction result) {
        return ((ImagePrediction.Rejected) result).reason();
    }

    private static String labels(
            Prediction prediction,
            PredictionThreshold shown,
            String separator,
            Function<LabelProbability, String> label) {
        return prediction.top(shown.top()).stream().map(label).collect(Collectors.joining(separator));
    }
}
