package dev.fruits.spark.submit;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.WrongUseException;
import dev.fruits.spark.hadoop.HadoopReason;
import java.util.function.Supplier;

/** Settings of Spark that the user gave. */
public final class SparkSettings {
    private SparkSettings() {}

    /**
     * Reads settings, or starts Spark with them.
     *
     * @throws WrongUseException if Spark rejects a setting; the message is Spark's, in one line
     * @throws RunFailedException if Spark cannot be started for another reason that it names
     */
    @SuppressWarnings("CatchingUnchecked") // Scala throws checked exceptions undeclared
    public static <T> T checked(Supplier<T> settings) {
        try {
            return settings.get();
        } catch (Exception e) {
            String reason = HadoopReason.of(e).replaceFirst("\\.$", "");
            if (e instanceof IllegalArgumentException || reason.contains("Master URL")) {
                throw new WrongUseException("spark: " + reason + "; correct that setting", e);
            }
            if (e instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            throw new RunFailedException(
                    "spark: cannot be started (" + reason + "); check its settings and its log", e);
        }
    }
}
