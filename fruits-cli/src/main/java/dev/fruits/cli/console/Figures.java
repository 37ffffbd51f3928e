package dev.fruits.cli.console;

import java.time.Duration;
import java.util.Locale;

/** Numbers as people read them, the same in every locale. */
public final class Figures {
    private Figures() {}

    /** {@code 22,688}. */
    public static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** As {@link #count}; {@code -} for 0, which stands for unknown. */
    public static String known(long value) {
        return value == 0 ? "-" : count(value);
    }

    /** {@code 2,005 listed = 2,000 results + 3 rejected + 2 ignored}. */
    static String ledger(long listed, long results, long rejected, long ignored) {
        return count(listed) + " listed = " + count(results) + " results + " + count(rejected) + " rejected + "
                + count(ignored) + " ignored";
    }

    /** {@code 46.8 MB}, of a million bytes each. */
    public static String megabytes(long bytes) {
        return oneDecimal(bytes / 1e6) + " MB";
    }

    /** {@code 171.2}. */
    public static String oneDecimal(double value) {
        return String.format(Locale.ROOT, "%,.1f", value);
    }

    /** A share of 0 to 1 in percent: {@code 95.71}. */
    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f", 100 * share);
    }

    /** {@code 8 s}, {@code 2 min 13 s}, {@code 1 h 23 min}. */
    public static String time(Duration time) {
        long seconds = Math.round(time.toMillis() / 1000.0);
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600
                ? seconds / 60 + " min " + seconds % 60 + " s"
                : seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
    }

    /** {@code 3.4 s}. */
    public static String seconds(Duration time) {
        return oneDecimal(time.toMillis() / 1000.0) + " s";
    }
}
