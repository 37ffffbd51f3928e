package dev.fruits.cli.evaluate;

import dev.fruits.cli.console.Figures;
import dev.fruits.cli.console.TextTable;
import dev.fruits.core.classify.ClassifierCard;
import dev.fruits.core.classify.ConfusedPair;
import dev.fruits.core.classify.Evaluation;
import dev.fruits.core.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** A trial as JSON, as Markdown and as lines for people. */
public final class TrialText {
    private static final int PAIRS_SHOWN = 5;
    private static final String LINE = "%-12s%s%n";

    private TrialText() {}

    static String json(TrialReport report) {
        Map<String, Object> fields =
                Json.parseObject(TrialReport.MARKER, report.evaluation().toJson());
        fields = new LinkedHashMap<>(fields);
        fields.put("notes", report.notes());
        fields.put("model", model(report));
        fields.put("classifier", classifier(report.classifier().card()));
        fields.put("components", report.components() == null ? Json.NULL : report.components());
        fields.put("components_for_95_percent", report.componentsFor95());
        fields.put("threshold", threshold(report));
        fields.put("nearest_neighbours", neighbours(report));
        fields.put("training", split(report.settings().training().images().text(), report.training()));
        fields.put("test", split(report.settings().test().images().text(), report.test()));
        fields.put("identical_images", report.identical().testImageCount());
        return Json.write(fields);
    }

    private static Map<String, Object> model(TrialReport report) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", report.classifier().model().name());
        fields.put("fingerprint", report.classifier().model().fingerprint());
        fields.put("dimension", report.classifier().dimension());
        return fields;
    }

    private static Map<String, Object> classifier(ClassifierCard card) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", card.classifier());
        fields.put("library", card.library());
        fields.put("hyper_parameters", card.hyperParameters());
        return fields;
    }

    private static Map<String, Object> threshold(TrialReport report) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("probability", report.settings().threshold());
        fields.put("told", report.known().share());
        fields.put("accuracy_of_told", report.known().accuracy());
        return fields;
    }

    private static Map<String, Object> neighbours(TrialReport report) {
        Map<String, Object> fields = new LinkedHashMap<>();
        report.neighbours().forEach((votes, evaluation) -> {
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("accuracy", evaluation.accuracy());
            figures.put("macro_f1", evaluation.macroF1());
            fields.put(Integer.toString(votes), figures);
        });
        return fields;
    }

    private static Map<String, Object> split(String images, SplitCounts counts) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("images", images);
        fields.put("results", counts.results());
        fields.put("rejected", counts.rejected());
        fields.put("ignored", counts.ignored());
        fields.put("through_the_cnn", counts.cnnRuns());
        fields.put("images_per_second", counts.imagesPerSecond());
        return fields;
    }

    static String markdown(TrialReport report) {
        StringBuilder text = new StringBuilder(report.evaluation().toMarkdown());
        text.append("\n## How it was measured\n\n");
        text.append("- CNN: ").append(report.classifier().model().fingerprint()).append('\n');
        text.append("- Classifier: ").append(learner(report)).append('\n');
        report.neighbours()
                .forEach((votes, evaluation) -> text.append("- Nearest ")
                        .append(votes)
                        .append(": accuracy ")
                        .append(percent(evaluation.accuracy()))
                        .append(", macro F1 ")
                        .append(percent(evaluation.macroF1()))
                        .append('\n'));
        text.append("- ").append(known(report)).append('\n');
        report.notes().stream()
                .filter(note -> !report.evaluation().notes().contains(note))
                .forEach(note -> text.append("- Note: ").append(note).append('\n'));
        return text.toString();
    }

    /** Several lines, the last one ended. */
    public static String summary(TrialReport report) {
        StringBuilder text = new StringBuilder();
        line(
                text,
                "Learned",
                images(report.training()) + ", "
                        + Figures.count(report.classifier().labels().size()) + " classes; " + learner(report));
        line(text, "Judged", images(report.test()));
        line(text, "Features", features(report));
        line(
                text,
                "Accuracy",
                percent(report.evaluation().accuracy()) + "; among the first three: "
                        + percent(report.evaluation().topAccuracy(3)));
        line(
                text,
                "F1",
                "macro " + percent(report.evaluation().macroF1()) + ", weighted "
                        + percent(report.evaluation().weightedF1()));
        report.neighbours()
                .forEach((votes, evaluation) -> line(
                        text,
                        votes == 1 ? "Neighbours" : "",
                        "nearest " + votes + ": accuracy " + percent(evaluation.accuracy()) + ", macro F1 "
                                + percent(evaluation.macroF1())));
        line(text, "Threshold", known(report));
        confused(text, report.evaluation());
        report.notes().forEach(note -> line(text, "Note", note));
        line(
                text,
                "Results",
                report.settings().folder() + " (classifier: "
                        + report.settings().folder().resolve("classifier") + ")");
        return text.toString();
    }

    private static String features(TrialReport report) {
        double pace = report.training().imagesPerSecond();
        return Figures.count(report.classifier().dimension()) + " per photograph by "
                + report.classifier().model() + "; " + Figures.count(report.componentsFor95())
                + " components explain 95 % of their variance; "
                + Figures.count(report.training().cnnRuns() + report.test().cnnRuns())
                + " photographs through the CNN" + (pace == 0 ? "" : ", " + Figures.oneDecimal(pace) + " images/s");
    }

    private static String learner(TrialReport report) {
        return report.classifier().card().library() + " on "
                + (report.components() == null
                        ? "the CNN's own features"
                        : Figures.count(report.components()) + " components");
    }

    private static String images(SplitCounts counts) {
        return Figures.count(counts.results()) + " photographs (" + Figures.count(counts.rejected()) + " rejected, "
                + Figures.count(counts.ignored()) + " ignored)";
    }

    private static String known(TrialReport report) {
        return "at probability " + report.settings().threshold() + " a label is told for "
                + percent(report.known().share()) + " of the photographs, right for "
                + percent(report.known().accuracy()) + " of these";
    }

    private static void confused(StringBuilder text, Evaluation evaluation) {
        if (evaluation.confusedPairs().isEmpty()) {
            return;
        }
        TextTable table = new TextTable("IS", "TAKEN FOR", "IMAGES", "FOR EXAMPLE");
        for (ConfusedPair pair :
                evaluation.confusedPairs().stream().limit(PAIRS_SHOWN).toList()) {
            table.row(
                    pair.label(),
                    pair.predicted(),
                    Integer.toString(pair.count()),
                    pair.paths().get(0));
        }
        text.append(System.lineSeparator());
        text.append(table.text()).append(System.lineSeparator());
    }

    private static void line(StringBuilder text, String head, String said) {
        text.append(LINE.formatted(head, said));
    }

    private static String percent(double share) {
        return Figures.percent(share) + " %";
    }
}
