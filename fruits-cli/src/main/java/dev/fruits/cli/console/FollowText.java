package dev.fruits.cli.console;

import dev.fruits.core.run.RunReport;
import dev.fruits.core.spi.FollowTotals;

/** The output of a run that follows a folder. */
public final class FollowText {
    private FollowText() {}

    /** One line for a batch. */
    public static String batch(long number, RunReport report) {
        return "batch " + number + ": "
                + ledger(
                        report.ledger().listed(),
                        report.ledger().results(),
                        report.ledger().rejected(),
                        report.ledger().ignoredCount())
                + ", " + Figures.oneDecimal(report.imagesPerSecond()) + " images/s";
    }

    /** One line for all batches. */
    public static String totals(FollowTotals totals) {
        return Figures.count(totals.batches()) + " batches: "
                + ledger(totals.listed(), totals.results(), totals.rejected(), totals.ignored());
    }

    private static String ledger(long listed, long results, long rejected, long ignored) {
        return Figures.count(listed) + " listed = " + Figures.count(results) + " results + " + Figures.count(rejected)
                + " rejected + " + Figures.count(ignored) + " ignored";
    }
}
