package dev.fruits.examples;

import dev.fruits.core.evaluate.Evaluation;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.spi.ModelRequest;
import dev.fruits.djl.DjlModelProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a CNN's features and the classifier do on what they were not made for: photographs with other backgrounds, classes
 * that were kept from learning, fruits that are drawn. Prints Markdown.
 *
 * <p>Arguments: a folder that {@code fruits run} filled, one folder for each set of photographs (see
 * docs/classification.md); the CNN's name or file. A set that is not there is left out.
 */
final class UnseenBenchmark {
    private static final double DEFAULT_THRESHOLD = 0.5;
    private static final List<Double> THRESHOLDS = List.of(0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 0.999);
    private static final List<String> PLAIN = List.of("Test", "white", "grey", "green", "brown", "busy");
    private static final List<Integer> SHOTS = List.of(1, 5, 20, 100);

    private final FeatureShelf shelf;
    private final List<FeatureRow> training;
    private final List<FeatureRow> test;
    private final Set<String> unseen;

    private UnseenBenchmark(FeatureShelf shelf) throws IOException {
        this.shelf = shelf;
        this.training = shelf.rows("Training");
        this.test = shelf.rows("Test");
        this.unseen =
                UnseenClasses.among(training.stream().map(FeatureRow::label).collect(Collectors.toSet()));
    }

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        FeatureExtractor cnn = new DjlModelProvider().open(new ModelRequest(args[1], folder.resolve("models")));
        UnseenBenchmark benchmark = new UnseenBenchmark(new FeatureShelf(folder, cnn.model()));
        print("# %s, learned from %d photographs", cnn.model(), benchmark.training.size());
        benchmark.backgrounds();
        benchmark.unseenClasses();
        benchmark.fewShots();
        benchmark.drawn();
    }

    private void backgrounds() throws IOException {
        Learned white = Learned.from(training, shelf.model());
        backgrounds("learned from Training as it is", white);
        if (shelf.holds("busy-training")) {
            List<FeatureRow> both = new ArrayList<>(training);
            both.addAll(shelf.rows("busy-training"));
            backgrounds("and 20 more of each class before busy backgrounds", Learned.from(both, shelf.model()));
        }
    }

    private void backgrounds(String title, Learned learned) throws IOException {
        print("%n## Backgrounds, %s", title);
        print("| photographs | | accuracy | top 3 | macro F1 | 1 nearest | not known at 0.5 | known and wrong |");
        print("| --- | --- | --- | --- | --- | --- | --- | --- |");
        for (String set : PLAIN) {
            if (shelf.holds(set)) {
                background(set, learned, shelf.rows(set));
            }
        }
        if (shelf.holds("busy")) {
            for (Backdrop backdrop : Backdrop.BUSY) {
                String name = backdrop.name().toLowerCase(Locale.ROOT);
                background(
                        "busy: " + name,
                        learned,
                        FeatureShelf.where(shelf.rows("busy"), row -> row.path().contains("/" + name + "-")));
            }
        }
    }

    private static void background(String name, Learned learned, List<FeatureRow> rows) {
        Evaluation linear = learned.judged(rows);
        print(
                "| %s | %d | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f |",
                name,
                rows.size(),
                100 * linear.accuracy(),
                100 * linear.topAccuracy(3),
                100 * linear.macroF1(),
                100 * learned.nearest(rows).accuracy(),
                learned.unknown(rows, DEFAULT_THRESHOLD),
                learned.knownButWrong(rows, DEFAULT_THRESHOLD));
    }

    private void unseenClasses() throws IOException {
        Learned learned =
                Learned.from(FeatureShelf.where(training, row -> !unseen.contains(row.label())), shelf.model());
        List<FeatureRow> known = FeatureShelf.where(test, row -> !unseen.contains(row.label()));
        List<FeatureRow> never = FeatureShelf.where(test, row -> unseen.contains(row.label()));
        List<FeatureRow> drawn = shelf.holds("drawn-test") ? shelf.rows("drawn-test") : List.of();
        print(
                "%n## Not a fruit I know: learned from %d classes; %.1f %% of %d photographs of these right",
                learned.classifier().labels().size(),
                100 * learned.judged(known).accuracy(),
                known.size());
        print(
                "| threshold | of %d of unseen classes | of %d drawn | of those that were learned | these known and wrong |",
                never.size(), drawn.size());
        print("| --- | --- | --- | --- | --- |");
        for (double threshold : THRESHOLDS) {
            print(
                    "| %s | %.1f | %.1f | %.1f | %.1f |",
                    threshold,
                    learned.unknown(never, threshold),
                    learned.unknown(drawn, threshold),
                    learned.unknown(known, threshold),
                    learned.knownButWrong(known, threshold));
        }
    }

    private void fewShots() {
        List<FeatureRow> rows = FeatureShelf.where(training, row -> unseen.contains(row.label()));
        List<FeatureRow> never = FeatureShelf.where(test, row -> unseen.contains(row.label()));
        print("%n## The %d classes alone, of few photographs each; %d judged", unseen.size(), never.size());
        print("| photographs of each | linear | 1 nearest |");
        print("| --- | --- | --- |");
        for (int shots : SHOTS) {
            List<FeatureRow> few = FeatureShelf.few(rows, shots);
            if (few.size() == shots * unseen.size()) {
                Learned learned = Learned.from(few, shelf.model());
                print(
                        "| %d | %.1f | %.1f |",
                        shots,
                        100 * learned.judged(never).accuracy(),
                        100 * learned.nearest(never).accuracy());
            }
        }
    }

    private void drawn() throws IOException {
        if (shelf.holds("drawn-training") && shelf.holds("drawn-test")) {
            List<FeatureRow> rows = shelf.rows("drawn-training");
            Learned learned = Learned.from(rows, shelf.model());
            List<FeatureRow> judged = shelf.rows("drawn-test");
            print(
                    "%n## Drawn fruits: %d to learn from, %d judged, %d kinds",
                    rows.size(), judged.size(), learned.classifier().labels().size());
            print(
                    "linear %.1f, 1 nearest %.1f, top 3 %.1f",
                    100 * learned.judged(judged).accuracy(),
                    100 * learned.nearest(judged).accuracy(),
                    100 * learned.judged(judged).topAccuracy(3));
        }
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
