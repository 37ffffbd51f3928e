package dev.fruits.cli.console;

import dev.fruits.core.json.Json;
import dev.fruits.core.run.RunReport;
import dev.fruits.core.spi.FollowTotals;
import java.util.LinkedHashMap;
import java.util.Map;

/** What following a folder says. */
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

    /** One line for all batches of a place. */
    public static String totals(FollowTotals totals) {
        return Figures.count(totals.batches()) + " batches: "
                + ledger(totals.listed(), totals.results(), totals.rejected(), totals.ignored());
    }

    /** The same as JSON text. */
    public static String json(FollowTotals totals) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("batches", totals.batches());
        fields.put("listed", totals.listed());
        fields.put("results", totals.results());
        fields.put("rejected", totals.rejected());
        fields.put("ignored", totals.ignored());
        return Json.write(fields);
    }

    private static String ledger(long listed, long results, long rejected, long ignored) {
        return Figures.count(listed) + " listed = " + Figures.count(results) + " results + " + Figures.count(rejected)
                + " rejected + " + Figures.count(ignored) + " ignored";
    }
}
