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
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The summary of a run. */
public final class Summary {
    private static final int REASONS_SHOWN = 5;
    private static final List<Integer> COMPONENT_COUNTS = List.of(1, 2, 3, 10, 50, 100, 200, 400, 600, 800, 1000);
    private static final String LINE = "%-12s%s%n";

    private final RunReport report;

    private Summary(RunReport report) {
        this.report = report;
    }

    /** Several lines, the last one ended. */
    public static String of(RunReport report) {
        return new Summary(report).text();
    }

    private String text() {
        return Stream.of(
                        images(),
                        rejected(),
                        ignored(),
                        features(),
                        components(),
                        report.pca()
                                .map(pca -> varianceTable(pca.explainedVariance()))
                                .orElse(List.of()),
                        steps(),
                        results())
                .flatMap(List::stream)
                .collect(Collectors.joining());
    }

    private List<String> images() {
        Ledger ledger = report.ledger();
        return line(
                "Images",
                Figures.count(ledger.listed()) + " listed = " + Figures.count(ledger.results()) + " results + "
                        + Figures.count(ledger.rejected()) + " rejected + " + Figures.count(ledger.ignoredCount())
                        + " ignored");
    }

    private List<String> rejected() {
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
        return lines("Rejected", Stream.concat(reasons, Stream.of(rest)).toList());
    }

    private List<String> ignored() {
        return lines(
                "Ignored",
                report.ledger().ignored().entrySet().stream()
                        .map(entry -> Figures.count(entry.getValue()) + " x " + entry.getKey())
                        .toList());
    }

    private List<String> features() {
        return line("Features", Figures.count(report.dimension()) + " per image by " + report.model() + "; " + work());
    }

    private String work() {
        long extracted = report.counts().cnnRuns();
        if (extracted == 0) {
            return "all features reused";
        }
        return Figures.count(extracted) + " images extracted at " + Figures.oneDecimal(report.imagesPerSecond())
                + " images/s, " + Figures.count(report.counts().reused()) + " reused";
    }

    private List<String> components() {
        return line(
                "Components",
                Figures.count(report.projection().outputDimension()) + " kept ("
                        + report.reduced().requested() + " requested)"
                        + report.pca().map(Summary::explained).orElse(""));
    }

    private static String explained(PcaProjection pca) {
        return ", " + Figures.percent(pca.varianceExplained()) + " % of the variance explained, rank "
                + Figures.count(pca.explainedVariance().rank());
    }

    private List<String> varianceTable(ExplainedVariance spectrum) {
        List<Integer> counts =
                COMPONENT_COUNTS.stream().filter(k -> k <= spectrum.rank()).toList();
        String heads =
                counts.stream().map(k -> String.format(Locale.ROOT, "%8d", k)).collect(Collectors.joining());
        String shares = counts.stream()
                .map(k -> "%8s".formatted(Figures.percent(spectrum.cumulativeShare(k))))
                .collect(Collectors.joining());
        return lines("Variance", List.of("k " + heads, "% " + shares));
    }

    private List<String> steps() {
        String steps = report.timings().steps().entrySet().stream()
                .map(entry -> entry.getKey() + " " + Figures.seconds(entry.getValue()))
                .collect(Collectors.joining(", "));
        return line(
                "Time", steps + ", total " + Figures.seconds(report.timings().total()));
    }

    private List<String> results() {
        return line("Results", report.results().text());
    }

    private static List<String> line(String head, String text) {
        return lines(head, List.of(text));
    }

    private static List<String> lines(String head, List<String> texts) {
        return IntStream.range(0, texts.size())
                .mapToObj(i -> LINE.formatted(i == 0 ? head : "", texts.get(i)))
                .toList();
    }
}
