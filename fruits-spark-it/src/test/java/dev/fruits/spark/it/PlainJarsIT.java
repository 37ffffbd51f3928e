package dev.fruits.spark.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fruits.spark.it.SparkSubmission.Outcome;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The plain jars, not the one for spark-submit, on the class path of a plain Spark, whose Parquet is another one. */
class PlainJarsIT {
    private static final String PROGRAM = "dev.fruits.spark.it.program.PlainJars";
    private static final int RESULTS = 95;

    @Test
    void sparks_parquet_and_ours_work_side_by_side_on_driver_and_executors() throws Exception {
        Path folder = Testbed.folder("plain-jars");
        String jars = Stream.of(
                        BuildOutput.houseJar("fruits-core"),
                        BuildOutput.houseJar("fruits-eigen"),
                        BuildOutput.houseJar("fruits-parquet"),
                        BuildOutput.sparkModuleJar(),
                        BuildOutput.coreTestsJar())
                .map(Path::toString)
                .collect(Collectors.joining(","));

        Outcome outcome = SparkSubmission.of(PROGRAM, "local-cluster[2,1,1024]")
                .option("--jars", jars)
                .run("submit", folder, BuildOutput.testJar().toString(), "file://" + folder.resolve("out"));

        assertThat(outcome.exitCode()).as(outcome.log()).isZero();
        assertThat(outcome.log())
                .contains("rows read by fruits: " + RESULTS + "\n", "rows read by Spark: " + RESULTS + "\n")
                .containsPattern("Parquet of Spark: parquet-mr version 1\\.1[0-6]\\.")
                .contains("Parquet of fruits: parquet-mr version 1.17.1");
    }
}
