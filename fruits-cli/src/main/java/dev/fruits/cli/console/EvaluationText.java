package dev.fruits.cli.console;

import dev.fruits.core.evaluate.ClassScore;
import dev.fruits.core.evaluate.ConfusedPair;
import dev.fruits.core.evaluate.Evaluation;
import dev.fruits.core.evaluate.EvaluationReport;
import dev.fruits.core.evaluate.ImageCounts;
import java.nio.file.Path;
import java.util.List;

/** An evaluation for people: a summary and a Markdown report. */
public final class EvaluationText {
    private static final int PAIRS_IN_SUMMARY = 5;
    private static final int PAIRS_IN_REPORT = 20;

    private EvaluationText() {}

    /** The text of {@code evaluation.md}. */
    public static String markdown(EvaluationReport report) {
        Evaluation evaluation = report.evaluation();
        StringBuilder text = new StringBuilder("# Evaluation\n\n");
        row(text, "images", "accuracy", "top-3 accuracy", "macro F1", "weighted F1");
        row(text, "---:", "---:", "---:", "---:", "---:");
        row(
                text,
                Long.toString(evaluation.imageCount()),
                percent(evaluation.accuracy()),
                percent(evaluation.topAccuracy(3)),
                percent(evaluation.macroF1()),
                percent(evaluation.weightedF1()));
        report.notes().forEach(note -> text.append("\n- ").append(cell(note)).append('\n'));
        confusedPairs(text, evaluation.confusedPairs());
        classes(text, evaluation.classes());
        method(text, report);
        return text.toString();
    }

    private static void confusedPairs(StringBuilder text, List<ConfusedPair> pairs) {
        if (pairs.isEmpty()) {
            return;
        }
        text.append("\n## Most confused\n\n");
        row(text, "class", "predicted", "images", "for example");
        row(text, "---", "---", "---:", "---");
        pairs.stream().limit(PAIRS_IN_REPORT).forEach(pair -> row(text, cells(pair)));
    }

    private static String[] cells(ConfusedPair pair) {
        String example = pair.paths().get(0);
        return new String[] {pair.label(), pair.predicted(), Integer.toString(pair.count()), example};
    }

    private static void classes(StringBuilder text, List<ClassScore> classes) {
        text.append("\n## Classes\n\n");
        row(text, "class", "precision", "recall", "F1", "images");
        row(text, "---", "---:", "---:", "---:", "---:");
        for (ClassScore score : classes) {
            row(
                    text,
                    score.label(),
                    percent(score.precision()),
                    percent(score.recall()),
                    percent(score.f1()),
                    Long.toString(score.support()));
        }
    }

    private static void method(StringBuilder text, EvaluationReport report) {
        text.append("\n## Method\n\n");
        item(text, "CNN: " + report.classifier().model().fingerprint());
        item(text, "Classifier: " + classifier(report));
        report.neighbours().forEach((votes, evaluation) -> item(text, "Nearest " + votes + ": " + scores(evaluation)));
        item(text, threshold(report));
    }

    private static void item(StringBuilder text, String line) {
        text.append("- ").append(line).append('\n');
    }

    /** A row of a table in Markdown. */
    static void row(StringBuilder text, String... cells) {
        text.append('|');
        for (String cell : cells) {
            text.append(' ').append(cell(cell)).append(" |");
        }
        text.append('\n');
    }

    /** Keeps a label from ending its cell or its line. */
    private static String cell(String value) {
        return value.replace("\\", "\\\\").replace("|", "\\|").replaceAll("\\R", " ");
    }

    /**
     * Several lines, each ended.
     *
     * @param out folder of the evaluation
     */
    public static String summary(EvaluationReport report, Path out) {
        Evaluation evaluation = report.evaluation();
        String classes = Figures.count(report.classifier().labels().size()) + " classes";
        HeadedLines text = new HeadedLines()
                .line("Trained on", images(report.training()) + ", " + classes + "; " + classifier(report))
                .line("Tested on", images(report.test()))
                .line("Features", features(report))
                .line("Accuracy", percent(evaluation.accuracy()) + "; top 3: " + percent(evaluation.topAccuracy(3)))
                .line("F1", "macro " + percent(evaluation.macroF1()) + ", weighted " + percent(evaluation.weightedF1()))
                .head("Neighbours");
        report.neighbours().forEach((votes, scored) -> text.line("nearest " + votes + ": " + scores(scored)));
        text.line("Threshold", threshold(report));
        String confused = mostConfused(evaluation.confusedPairs());
        HeadedLines end = new HeadedLines();
        report.notes().forEach(note -> end.line("Note", note));
        end.line("Results", out + " (classifier: " + out.resolve("classifier") + ")");
        return text + confused + end;
    }

    private static String features(EvaluationReport report) {
        double throughput = report.training().imagesPerSecond();
        long extracted = report.training().cnnRuns() + report.test().cnnRuns();
        return Figures.count(report.classifier().dimension()) + " per image by "
                + report.classifier().model() + "; " + Figures.count(report.componentsFor95())
                + " components explain 95 % of their variance; "
                + (extracted == 0 ? "all features reused" : Figures.count(extracted) + " images extracted")
                + (throughput == 0 ? "" : ", " + Figures.oneDecimal(throughput) + " images/s");
    }

    private static String classifier(EvaluationReport report) {
        return report.classifier().card().library() + " on "
                + (report.components() == null
                        ? "the features of the CNN"
                        : Figures.count(report.components()) + " components");
    }

    private static String images(ImageCounts counts) {
        return Figures.count(counts.results()) + " images (" + Figures.count(counts.rejected()) + " rejected, "
                + Figures.count(counts.ignored()) + " ignored)";
    }

    private static String threshold(EvaluationReport report) {
        return percent(report.threshold().share()) + " of the predictions have a probability of at least "
                + report.threshold().threshold() + "; their accuracy: "
                + percent(report.threshold().accuracy());
    }

    private static String scores(Evaluation evaluation) {
        return "accuracy " + percent(evaluation.accuracy()) + ", macro F1 " + percent(evaluation.macroF1());
    }

    private static String mostConfused(List<ConfusedPair> pairs) {
        if (pairs.isEmpty()) {
            return "";
        }
        TextTable table = new TextTable("CLASS", "PREDICTED", "IMAGES", "FOR EXAMPLE");
        pairs.stream().limit(PAIRS_IN_SUMMARY).forEach(pair -> table.row(cells(pair)));
        return System.lineSeparator() + table.text() + System.lineSeparator();
    }

    private static String percent(double share) {
        return Figures.percent(share) + " %";
    }
}
