package dev.fruits.core.evaluate;

import dev.fruits.core.classify.FittedClassifier;
import dev.fruits.core.json.Json;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The fields of {@code evaluation.json}; {@code docs/classification.md} describes them. */
@SuppressWarnings("MemberName") // a name with a number in its middle
record EvaluationJson(
        String format,
        int version,
        long images,
        double accuracy,
        double top3Accuracy,
        double macroF1,
        double weightedF1,
        List<String> notes,
        Map<String, Long> unlearned,
        List<ClassScore> classes,
        List<Confused> mostConfused,
        Model model,
        Classifier classifier,
        Object components,
        int components_for_95_percent,
        Threshold threshold,
        Map<String, Figures> nearestNeighbours,
        Split training,
        Split test,
        long identicalImages) {
    private static final int PAIRS = 20;
    private static final int PATHS = 10;

    static EvaluationJson of(EvaluationReport report) {
        Evaluation evaluation = report.evaluation();
        Map<String, Figures> neighbours = new TreeMap<>();
        report.neighbours()
                .forEach((votes, figures) ->
                        neighbours.put(Integer.toString(votes), new Figures(figures.accuracy(), figures.macroF1())));
        return new EvaluationJson(
                "fruits-evaluation",
                1,
                evaluation.imageCount(),
                evaluation.accuracy(),
                evaluation.topAccuracy(3),
                evaluation.macroF1(),
                evaluation.weightedF1(),
                report.notes(),
                evaluation.unlearned(),
                evaluation.classes(),
                evaluation.confusedPairs().stream()
                        .limit(PAIRS)
                        .map(Confused::of)
                        .toList(),
                Model.of(report.classifier()),
                Classifier.of(report.classifier()),
                report.components() == null ? Json.NULL : report.components(),
                report.componentsFor95(),
                Threshold.of(report.threshold()),
                neighbours,
                Split.of(report.training()),
                Split.of(report.test()),
                report.identical().testImageCount());
    }

    private record Confused(String label, String predicted, int count, List<String> paths) {
        static Confused of(ConfusedPair pair) {
            List<String> paths = pair.paths().stream().limit(PATHS).toList();
            return new Confused(pair.label(), pair.predicted(), pair.count(), paths);
        }
    }

    private record Model(String name, String fingerprint, int dimension) {
        static Model of(FittedClassifier fitted) {
            return new Model(fitted.model().name(), fitted.model().fingerprint(), fitted.dimension());
        }
    }

    private record Classifier(String name, String library, Map<String, String> hyperParameters) {
        static Classifier of(FittedClassifier fitted) {
            return new Classifier(
                    fitted.card().classifier(),
                    fitted.card().library(),
                    fitted.card().hyperParameters());
        }
    }

    private record Threshold(double probability, double told, double accuracyOfTold) {
        static Threshold of(ThresholdScore score) {
            return new Threshold(score.threshold(), score.share(), score.accuracy());
        }
    }

    private record Figures(double accuracy, double macroF1) {}

    private record Split(
            String images, long results, long rejected, long ignored, long throughTheCnn, double imagesPerSecond) {
        static Split of(ImageCounts counts) {
            return new Split(
                    counts.images(),
                    counts.results(),
                    counts.rejected(),
                    counts.ignored(),
                    counts.cnnRuns(),
                    counts.imagesPerSecond());
        }
    }
}
