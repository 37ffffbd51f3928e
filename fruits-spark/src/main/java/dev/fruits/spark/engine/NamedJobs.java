package dev.fruits.spark.engine;

import dev.fruits.core.RunFailedException;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.hadoop.util.ShutdownHookManager;
import org.apache.spark.SparkContext;
import org.jspecify.annotations.Nullable;

/** Runs jobs with a description for Spark's UI, and turns their failures into one line. */
public final class NamedJobs {
    /** Id of the jobs' group where the caller has set none. */
    private static final String GROUP = "fruits";

    private static final String GROUP_ID = "spark.jobGroup.id";
    private static final List<String> PROPERTIES = List.of(
            GROUP_ID, "spark.job.description", "spark.job.interruptOnCancel", "callSite.short", "callSite.long");

    private NamedJobs() {}

    /**
     * Runs the jobs of {@code actions}. They belong to the caller's job group, if it has set one; its description and
     * local properties are restored at the end.
     *
     * @param description of the jobs and their stages: {@code Extract features: mobilenet_v2, 22,688 images}
     * @throws IOException if a source or a sink failed on an executor
     * @throws RunFailedException if Spark, the model or an executor failed
     * @throws dev.fruits.core.WrongUseException if an executor found that a setting cannot be used
     */
    @SuppressWarnings("CatchingUnchecked") // Scala throws checked exceptions undeclared
    public static <T> T run(SparkContext spark, String description, Callable<T> actions) throws IOException {
        Map<String, @Nullable String> before = new HashMap<>();
        PROPERTIES.forEach(property -> before.put(property, spark.getLocalProperty(property)));
        if (before.get(GROUP_ID) == null) {
            spark.setJobGroup(GROUP, description, true);
        }
        spark.setJobDescription(description);
        spark.setCallSite(description);
        try {
            return actions.call();
        } catch (Exception e) {
            if (spark.isStopped() || ShutdownHookManager.get().isShutdownInProgress()) {
                throw ExecutorFailure.sessionEnded(spark.master(), e);
            }
            throw new ExecutorFailure(e, spark.isLocal()).thrown();
        } finally {
            before.forEach(spark::setLocalProperty);
        }
    }

    /** {@code 22,688 images}, {@code 1 image}. */
    public static String count(long number, String thing) {
        return String.format(Locale.ROOT, "%,d %s%s", number, thing, number == 1 ? "" : "s");
    }
}
