package dev.fruits.cli.console;

import dev.fruits.core.image.Rejection;
import dev.fruits.core.pca.ExplainedVariance;
import dev.fruits.core.pca.PcaProjection;
import dev.fruits.core.run.Ledger;
import dev.fruits.core.run.RunReport;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The summary of a run. */
public final class Summary {
    private static final int REASONS_SHOWN = 5;
    private static final List<Integer> COMPONENT_COUNTS = List.of(1, 2, 3, 10, 50, 100, 200, 400, 600, 800, 1000);

    private Summary() {}

    /** Several lines, the last one ended. */
    public static String of(RunReport report) {
        Ledger ledger = report.ledger();
        return new HeadedLines()
                .line(
                        "Images",
                        Figures.ledger(ledger.listed(), ledger.results(), ledger.rejected(), ledger.ignoredCount()))
                .lines("Rejected", rejected(report))
                .lines(
                        "Ignored",
                        ledger.ignored().entrySet().stream()
                                .map(entry -> Figures.count(entry.getValue()) + " x " + entry.getKey())
                                .toList())
                .line("Features", features(report))
                .line("Components", components(report))
                .lines("Variance", report.pca().map(Summary::varianceTable).orElse(List.of()))
                .line("Time", time(report))
                .line("Results", report.results().text())
                .toString();
    }

    private static List<String> rejected(RunReport report) {
        if (report.rejections().isEmpty()) {
            return List.of();
        }
        Map<String, List<Rejection>> byReason = report.rejections().stream()
                .collect(Collectors.groupingBy(
                        r -> r.stage().text() + ": " + r.reason(), TreeMap::new, Collectors.toList()));
        Stream<String> reasons = byReason.entrySet().stream()
                .sorted(Comparator.comparing(entry -> -entry.getValue().size()))
                .limit(REASONS_SHOWN)
                .map(entry -> Figures.count(entry.getValue().size()) + " x " + entry.getKey() + " ("
                        + entry.getValue().get(0).path() + ")");
        int more = Math.max(0, byReason.size() - REASONS_SHOWN);
        String rest =
                (more == 0 ? "" : more + " more reasons; ") + "all in " + report.results() + "/rejects/rejects.csv";
        return Stream.concat(reasons, Stream.of(rest)).toList();
    }

    private static String features(RunReport report) {
        long extracted = report.counts().cnnRuns();
        return Figures.count(report.dimension()) + " per image by " + report.model() + "; "
                + (extracted == 0
                        ? "all features reused"
                        : Figures.count(extracted) + " images extracted at "
                                + Figures.oneDecimal(report.imagesPerSecond()) + " images/s, "
                                + Figures.count(report.counts().reused()) + " reused");
    }

    private static String components(RunReport report) {
        return Figures.count(report.projection().outputDimension()) + " kept ("
                + report.reduced().requested() + " requested)"
                + report.pca().map(Summary::explained).orElse("");
    }

    private static String explained(PcaProjection pca) {
        return ", " + Figures.percent(pca.varianceExplained()) + " % of the variance explained, rank "
                + Figures.count(pca.explainedVariance().rank());
    }

    private static List<String> varianceTable(PcaProjection pca) {
        ExplainedVariance spectrum = pca.explainedVariance();
        StringBuilder counts = new StringBuilder("k ");
        StringBuilder shares = new StringBuilder("% ");
        for (int k : COMPONENT_COUNTS) {
            if (k <= spectrum.rank()) {
                counts.append(String.format(Locale.ROOT, "%8d", k));
                shares.append("%8s".formatted(Figures.percent(spectrum.cumulativeShare(k))));
            }
        }
        return List.of(counts.toString(), shares.toString());
    }

    private static String time(RunReport report) {
        String steps = report.timings().entrySet().stream()
                .map(entry -> entry.getKey() + " " + Figures.seconds(entry.getValue()))
                .collect(Collectors.joining(", "));
        return steps + ", total " + Figures.seconds(report.duration());
    }
}
