package dev.fruits.cli.console;

import dev.fruits.core.run.Ledger;
import dev.fruits.core.run.RunReport;
import dev.fruits.core.spi.FollowTotals;

/** The output of a run that follows a folder. */
public final class FollowText {
    private FollowText() {}

    /** One line for a batch. */
    public static String batch(long number, RunReport report) {
        Ledger ledger = report.ledger();
        return "batch " + number + ": "
                + Figures.ledger(ledger.listed(), ledger.results(), ledger.rejected(), ledger.ignoredCount())
                + ", " + Figures.oneDecimal(report.imagesPerSecond()) + " images/s";
    }

    /** One line for all batches. */
    public static String totals(FollowTotals totals) {
        return Figures.count(totals.batches()) + " batches: "
                + Figures.ledger(totals.listed(), totals.results(), totals.rejected(), totals.ignored());
    }
}
