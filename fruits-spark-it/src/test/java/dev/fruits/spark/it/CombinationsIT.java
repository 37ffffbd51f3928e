package dev.fruits.spark.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fruits.spark.it.SparkSubmission.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every engine, reducer and store gives the same results for the same 300 images, ten of them invalid. */
class CombinationsIT {
    private static final String PROGRAM = "dev.fruits.spark.it.program.Combinations";
    private static final String YARN = "yarn";

    @ParameterizedTest(name = "{0} on {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "local,serializing,spark | local[2]", //
                "spark | local-cluster[2,1,1024]",
                "spark | yarn"
            })
    void all_reducers_and_sinks_agree(String engines, String master) throws Exception {
        Path folder = Testbed.folder("combinations-" + master.replaceAll("\\W", "-"));
        Outcome outcome = submission(master)
                .option("--jars", BuildOutput.emrJar() + "," + BuildOutput.coreTestsJar())
                .run(
                        "submit",
                        folder,
                        BuildOutput.testJar().toString(),
                        engines,
                        Testbed.images().toString(),
                        Testbed.modelCache().toString(),
                        folder.resolve("local").toString(),
                        "file://" + folder.resolve("spark"));
        assertThat(outcome.exitCode()).as(outcome.log() + containers(master)).isZero();
        for (String engine : engines.split(",", -1)) {
            for (String reducer : List.of("commons-math", "mllib", "moments")) {
                for (String sink : List.of("local", "spark")) {
                    new Results(folder.resolve(sink).resolve(engine + "-" + reducer))
                            .requireSameAs(Testbed.reference());
                }
            }
        }
    }

    private static SparkSubmission submission(String master) throws IOException, InterruptedException {
        return master.equals(YARN)
                ? SparkSubmission.onYarn(PROGRAM, Testbed.yarn())
                : SparkSubmission.of(PROGRAM, master);
    }

    private static String containers(String master) throws IOException, InterruptedException {
        return master.equals(YARN) ? Testbed.yarn().said("stderr") : "";
    }
}
