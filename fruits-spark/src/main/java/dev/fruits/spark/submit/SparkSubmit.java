package dev.fruits.spark.submit;

import dev.fruits.core.image.Location;
import dev.fruits.core.spi.PostedProgress;
import dev.fruits.spark.hadoop.HadoopLocation;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import org.apache.spark.SparkUserAppException;

/** {@code spark-submit} as the launcher of this process, in client mode and within YARN's application master. */
public final class SparkSubmit {
    /** System property that {@code spark-submit} alone sets, in both modes. */
    private static final String SUBMITTED = "spark.app.submitTime";

    private SparkSubmit() {}

    /** True if {@code spark-submit} started this process. */
    public static boolean startedThisProcess() {
        return System.getProperty(SUBMITTED) != null;
    }

    /**
     * Checks that this jar was built for the Spark that runs.
     *
     * @throws dev.fruits.core.WrongUseException if it was built for another line
     */
    public static void requireCompatible() {
        SparkLine.builtFor()
                .require(
                        scala.util.Properties.versionNumberString(), org.apache.spark.package$.MODULE$.SPARK_VERSION());
    }

    /** A progress file beside the results; nothing if they are not on a Hadoop file system. */
    public static PostedProgress progressFile(Location out) {
        return HadoopLocation.isKnown(out)
                ? ProgressFile.beside(
                        out, Executors.newSingleThreadScheduledExecutor(SparkSubmit::thread), InstantSource.system())
                : PostedProgress.NONE;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "fruits-progress");
        thread.setDaemon(true);
        return thread;
    }

    /** Spark's exception for an application's exit code; {@code System.exit} makes YARN guess the result. */
    public static Exception failure(int exitCode) {
        return new SparkUserAppException(exitCode);
    }
}
