package dev.fruits.spark.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fruits.aws.server.OwnProcess;
import dev.fruits.aws.server.S3Server;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The laptop's engine with results on HDFS and S3, on the class path that the launcher gives it; Spark does not run. */
class LaptopStoresIT {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final String ON_HDFS = "hdfs:///laptop/out";
    private static final String ON_S3 = "s3a://" + S3Server.BUCKET + "/laptop";

    private static Path folder = Path.of("");

    @BeforeAll
    static void a_run_on_each_store() throws Exception {
        folder = Testbed.folder("laptop-stores");
        String images = Testbed.images().toString();
        fruits("to-hdfs", 0, Testbed.run(images, ON_HDFS, "--engine", "local"));
        fruits("to-s3", 0, withStore(Testbed.run("file://" + images, ON_S3, "--engine", "local")));
    }

    @Test
    void two_runs_are_compared_on_any_pair_of_stores() throws Exception {
        String local = Testbed.reference().folder().toString();

        fruits("hdfs-and-path", 0, "diff", ON_HDFS, local);
        fruits("file-and-s3", 0, withStore("diff", "file://" + local, ON_S3.replace("s3a:", "s3:")));
        fruits("s3-and-hdfs", 0, withStore("diff", ON_S3, ON_HDFS));
    }

    @Test
    void a_run_on_hdfs_is_resumed_and_not_overwritten_by_accident() throws Exception {
        String images = Testbed.images().toString();

        assertThat(fruits("refused", 2, Testbed.run(images, ON_HDFS, "--engine", "local")))
                .contains("fruits: out " + ON_HDFS + ": already holds a run's results");
        assertThat(fruits("resumed", 0, Testbed.run(images, ON_HDFS, "--engine", "local", "--resume")))
                .contains("; all features reused");
    }

    private static String[] withStore(String... words) throws Exception {
        String endpoint = String.valueOf(Testbed.s3().settings().endpoint());
        return Stream.concat(
                        Stream.of(words), Stream.of("--region", "eu-west-3", "--endpoint", endpoint, "--path-style"))
                .toArray(String[]::new);
    }

    private static String fruits(String name, int exitCode, String... words) throws Exception {
        Map<String, String> environment = new HashMap<>(Testbed.models());
        environment.put("AWS_ACCESS_KEY_ID", S3Server.credentials().get("aws.accessKeyId"));
        environment.put("AWS_SECRET_ACCESS_KEY", S3Server.credentials().get("aws.secretAccessKey"));
        List<String> command = new ArrayList<>(BuildOutput.sparkOptions());
        String hadoop = Testbed.yarn().configuration().toString();
        command.addAll(List.of(
                "-cp",
                hadoop + ":" + BuildOutput.sparkHome().resolve("jars") + "/*:" + BuildOutput.emrJar(),
                SparkSubmission.MAIN));
        command.addAll(List.of(words));
        try (OwnProcess fruits = OwnProcess.java(name, folder, environment, command)) {
            assertThat(fruits.exitCode(LIMIT)).as(fruits.log()).isEqualTo(exitCode);
            return fruits.log();
        }
    }
}
