package dev.fruits.core.classify;

import dev.fruits.core.json.Json;
import dev.fruits.core.run.Csv;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An evaluation as JSON, Markdown and CSV. */
final class EvaluationText {
    private static final int PAIRS = 20;
    private static final int PATHS = 10;

    private EvaluationText() {}

    static String json(Evaluation evaluation) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("format", "fruits-evaluation");
        fields.put("version", 1);
        fields.put("images", evaluation.imageCount());
        fields.put("accuracy", evaluation.accuracy());
        fields.put("top3_accuracy", evaluation.topAccuracy(3));
        fields.put("macro_f1", evaluation.macroF1());
        fields.put("weighted_f1", evaluation.weightedF1());
        fields.put("notes", evaluation.notes());
        fields.put("unlearned", evaluation.unlearned());
        fields.put(
                "classes",
                evaluation.classes().stream().map(EvaluationText::json).toList());
        fields.put(
                "most_confused",
                evaluation.confusedPairs().stream()
                        .limit(PAIRS)
                        .map(EvaluationText::json)
                        .toList());
        return Json.write(fields);
    }

    private static Map<String, Object> json(ClassScore score) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("label", score.label());
        fields.put("precision", score.precision());
        fields.put("recall", score.recall());
        fields.put("f1", score.f1());
        fields.put("support", score.support());
        return fields;
    }

    private static Map<String, Object> json(ConfusedPair pair) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("label", pair.label());
        fields.put("predicted", pair.predicted());
        fields.put("count", pair.count());
        fields.put("paths", pair.paths().stream().limit(PATHS).toList());
        return fields;
    }

    static String classesCsv(Evaluation evaluation) {
        StringBuilder text = new StringBuilder("label,precision,recall,f1,support\n");
        for (ClassScore score : evaluation.classes()) {
            text.append(Csv.line(
                    score.label(),
                    Double.toString(score.precision()),
                    Double.toString(score.recall()),
                    Double.toString(score.f1()),
                    Long.toString(score.support())));
        }
        return text.toString();
    }

    static String markdown(Evaluation evaluation) {
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
        evaluation
                .notes()
                .forEach(note -> text.append("\n- ").append(cell(note)).append('\n'));
        confusedPairs(text, evaluation.confusedPairs());
        classes(text, evaluation.classes());
        return text.toString();
    }

    private static void confusedPairs(StringBuilder text, List<ConfusedPair> pairs) {
        if (pairs.isEmpty()) {
            return;
        }
        text.append("\n## Most confused\n\n");
        row(text, "class", "taken for", "images", "for example");
        row(text, "---", "---", "---:", "---");
        pairs.stream()
                .limit(PAIRS)
                .forEach(pair -> row(
                        text,
                        pair.label(),
                        pair.predicted(),
                        Integer.toString(pair.count()),
                        pair.paths().get(0)));
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

    private static void row(StringBuilder text, String... cells) {
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

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", share * 100);
    }
}
