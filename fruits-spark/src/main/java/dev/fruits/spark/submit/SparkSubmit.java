package dev.fruits.spark.submit;

import dev.fruits.core.DaemonThreads;
import dev.fruits.core.RunFailedException;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.Location;
import dev.fruits.core.spi.PostedProgress;
import dev.fruits.spark.hadoop.HadoopLocation;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.Executors;

/** {@code spark-submit} as the launcher of this process, in client mode and within YARN's application master. */
public final class SparkSubmit {
    private SparkSubmit() {}

    /**
     * Checks that this jar was built for the Spark that runs.
     *
     * @throws WrongUseException if it was built for another line
     */
    public static void requireCompatible() {
        requireLine(
                builtFor(),
                scala.util.Properties.versionNumberString(),
                org.apache.spark.package$.MODULE$.SPARK_VERSION());
    }

    /** The versions that this module was compiled for: {@code scala}, {@code 2.12}, and {@code spark}, {@code 3.5.5}. */
    static Properties builtFor() {
        Properties built = new Properties();
        try (InputStream in =
                Objects.requireNonNull(SparkSubmit.class.getResourceAsStream("built-for.properties"), "built-for")) {
            built.load(in);
        } catch (IOException e) {
            throw new RunFailedException("built-for.properties: cannot be read (" + e + "); build the jar again", e);
        }
        return built;
    }

    static void requireLine(Properties built, String scalaVersion, String sparkVersion) {
        if (!scalaVersion.startsWith(built.getProperty("scala") + ".")) {
            throw new WrongUseException("Spark " + sparkVersion + " with Scala " + scalaVersion
                    + ": this jar was built for Scala " + built.getProperty("scala") + " (Spark "
                    + built.getProperty("spark") + "); use the jar of the other line: ./mvnw package -pl"
                    + " fruits-spark-emr -am, with -Pspark4 for Spark 4");
        }
    }

    /** A progress file beside the results; nothing if they are not on a Hadoop file system. */
    public static PostedProgress progressFile(Location out) {
        return out.scheme().filter(HadoopLocation.schemes()::contains).isPresent()
                ? new ProgressFile(
                        out,
                        Executors.newSingleThreadScheduledExecutor(new DaemonThreads("fruits-progress")),
                        InstantSource.system())
                : PostedProgress.NONE;
    }
}
