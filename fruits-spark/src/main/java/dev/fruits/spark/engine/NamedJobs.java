package dev.fruits.spark.engine;

import dev.fruits.core.RunFailedException;
import java.io.IOException;
import java.util.Locale;
import org.apache.hadoop.util.ShutdownHookManager;
import org.apache.spark.SparkContext;

/** Jobs under a name that people read in Spark's UI, and whose failures are one line. */
public final class NamedJobs {
    /** Actions on Spark, as ports do them. */
    @FunctionalInterface
    public interface Actions<T> {
        T run() throws IOException;
    }

    private static final String GROUP = "fruits";

    private NamedJobs() {}

    /**
     * Runs the jobs of {@code actions}.
     *
     * @param description names them and their stages: {@code Extract features: mobilenet_v2, 22,688 images}
     * @throws IOException if a source or a sink failed on an executor
     * @throws RunFailedException if Spark, the model or an executor failed
     * @throws dev.fruits.core.WrongUseException if an executor said so
     */
    @SuppressWarnings("CatchingUnchecked") // Scala throws checked exceptions undeclared
    public static <T> T run(SparkContext spark, String description, Actions<T> actions) throws IOException {
        spark.setJobGroup(GROUP, description, true);
        spark.setCallSite(description);
        try {
            return actions.run();
        } catch (Exception e) {
            if (spark.isStopped() || ShutdownHookManager.get().isShutdownInProgress()) {
                throw ExecutorFailure.sessionEnded(spark.master(), e);
            }
            throw ExecutorFailure.of(e, spark.isLocal()).thrown();
        } finally {
            spark.clearCallSite();
            spark.clearJobGroup();
        }
    }

    /** {@code 22,688 images}, {@code 1 image}. */
    public static String count(long number, String thing) {
        return String.format(Locale.ROOT, "%,d %s%s", number, thing, number == 1 ? "" : "s");
    }
}
