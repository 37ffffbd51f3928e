package dev.fruits.cli.console;

import java.time.Duration;
import java.time.Instant;

/**
 * A step of a run, and its line.
 *
 * @param name of the step
 * @param bytes whether it counts bytes; else images
 * @param began the time of its first report
 */
record Step(String name, boolean bytes, Instant began) {
    private static final int BAR_WIDTH = 24;

    String line(long done, long total, Instant now, boolean withBar) {
        if (bytes && total == 0) {
            return name + ": " + amount(done) + pace(done, total, Duration.between(began, now));
        }
        double share = total == 0 ? 1 : (double) done / total;
        return name + (withBar ? " " + bar(share) + " " : ": ") + amount(done) + " / " + amount(total) + " ("
                + (int) (100 * share) + " %)" + pace(done, total, Duration.between(began, now));
    }

    private static String bar(double share) {
        int full = (int) (BAR_WIDTH * share);
        return "[" + "#".repeat(full) + "-".repeat(BAR_WIDTH - full) + "]";
    }

    private String pace(long done, long total, Duration elapsed) {
        if (done == 0 || elapsed.toMillis() == 0) {
            return "";
        }
        double perSecond = done * 1000.0 / elapsed.toMillis();
        String pace = ", "
                + (bytes ? Figures.megabytes((long) perSecond) + "/s" : Figures.oneDecimal(perSecond) + " images/s");
        return done >= total
                ? pace
                : pace + ", " + Figures.time(Duration.ofMillis((long) (1000 * (total - done) / perSecond))) + " left";
    }

    private String amount(long value) {
        return bytes ? Figures.megabytes(value) : Figures.count(value);
    }
}
