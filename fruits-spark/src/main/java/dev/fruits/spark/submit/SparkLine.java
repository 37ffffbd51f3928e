package dev.fruits.spark.submit;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.WrongUseException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Properties;

/**
 * A line of Spark; a jar built for one of its releases runs on all of them.
 *
 * @param scala {@code 2.12}
 * @param spark a release, {@code 3.5.5}
 */
record SparkLine(String scala, String spark) {
    /** The line that this module was compiled for. */
    static SparkLine builtFor() {
        Properties built = new Properties();
        try (InputStream in =
                Objects.requireNonNull(SparkLine.class.getResourceAsStream("built-for.properties"), "built-for")) {
            built.load(in);
        } catch (IOException e) {
            throw new RunFailedException("built-for.properties: cannot be read (" + e + "); build the jar again", e);
        }
        return new SparkLine(built.getProperty("scala"), built.getProperty("spark"));
    }

    /**
     * Checks that the process runs on this line.
     *
     * @param scalaVersion {@code 2.13.16}
     * @param sparkVersion {@code 4.0.1}
     * @throws WrongUseException if it runs on another line of Scala
     */
    void require(String scalaVersion, String sparkVersion) {
        if (!scalaVersion.startsWith(scala + ".")) {
            throw new WrongUseException("Spark " + sparkVersion + " with Scala " + scalaVersion
                    + ": this jar was built for Scala " + scala + " (Spark " + spark + "); use the jar of the other "
                    + "line: ./mvnw package -pl fruits-spark-emr -am, with -Pspark4 for Spark 4");
        }
    }
}
