package dev.fruits.cli.console;

import dev.fruits.core.evaluate.EvaluationReport;
import dev.fruits.core.evaluate.ModelComparison;
import dev.fruits.core.spi.ModelListing;
import java.util.Optional;

/** A comparison of CNNs as tables for people. */
public final class ComparisonText {
    private static final String[] HEADS = {
        "model", "depth", "parameters", "dimension", "images/s", "accuracy", "macro F1", "nearest 1", "K for 95 %"
    };

    private ComparisonText() {}

    /** Several lines, each ended. */
    public static String table(ModelComparison comparison) {
        TextTable table = new TextTable(HEADS);
        comparison.reports().forEach(report -> table.row(cells(comparison, report)));
        return table.text();
    }

    /** The text of {@code comparison.md}. */
    public static String markdown(ModelComparison comparison) {
        StringBuilder text = new StringBuilder("# Comparison\n\n");
        EvaluationText.row(text, HEADS);
        text.append("| --- |").append(" ---: |".repeat(HEADS.length - 1)).append('\n');
        comparison.reports().forEach(report -> EvaluationText.row(text, cells(comparison, report)));
        return text.toString();
    }

    private static String[] cells(ModelComparison comparison, EvaluationReport report) {
        Optional<ModelListing> listing = comparison.listing(report);
        double throughput = report.training().imagesPerSecond();
        return new String[] {
            report.classifier().model().name(),
            Figures.known(listing.map(ModelListing::depth).orElse(0)),
            Figures.known(listing.map(ModelListing::parameters).orElse(0L)),
            Figures.count(report.classifier().dimension()),
            throughput == 0 ? "unknown" : Figures.oneDecimal(throughput),
            Figures.percent(report.evaluation().accuracy()) + " %",
            Figures.percent(report.evaluation().macroF1()) + " %",
            Figures.percent(report.nearestNeighbour().accuracy()) + " %",
            Figures.count(report.componentsFor95())
        };
    }
}
