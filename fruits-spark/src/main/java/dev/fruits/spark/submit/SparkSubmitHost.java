package dev.fruits.spark.submit;

import dev.fruits.core.image.Location;
import dev.fruits.core.spi.Host;
import dev.fruits.core.spi.PostedProgress;
import dev.fruits.spark.hadoop.HadoopPlace;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import org.apache.spark.SparkUserAppException;

/** {@code spark-submit}, in client mode and within YARN's application master. */
public final class SparkSubmitHost implements Host {
    /** Set by {@code spark-submit} in both modes, and by nothing else. */
    private static final String SUBMITTED = "spark.app.submitTime";

    @Override
    public boolean isHere() {
        return System.getProperty(SUBMITTED) != null;
    }

    @Override
    public void requireFit() {
        SparkLine.builtFor()
                .require(
                        scala.util.Properties.versionNumberString(), org.apache.spark.package$.MODULE$.SPARK_VERSION());
    }

    @Override
    public String engine() {
        return "spark";
    }

    @Override
    public PostedProgress progressBeside(Location results) {
        return HadoopPlace.isKnown(results)
                ? ProgressFile.beside(
                        results,
                        Executors.newSingleThreadScheduledExecutor(SparkSubmitHost::thread),
                        InstantSource.system())
                : PostedProgress.NONE;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "fruits-progress");
        thread.setDaemon(true);
        return thread;
    }

    /** Spark's own way to tell an application's exit code; {@code System.exit} would make YARN guess. */
    @Override
    public Exception failure(int exitCode) {
        return new SparkUserAppException(exitCode);
    }
}
