package dev.fruits.spark.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fruits.aws.server.OwnProcess;
import dev.fruits.aws.server.S3Server;
import dev.fruits.core.json.JsonFields;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One pipeline file with {@code s3://} on both sides and every setting of the store, on both engines. */
class OnePipelineIT {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    @Test
    void a_pipeline_file_with_s3_on_either_side_gives_the_same_on_the_laptops_engine_and_on_spark() throws Exception {
        Path folder = Testbed.folder("one-pipeline");
        S3Server s3 = Testbed.s3();
        Path pipeline = Files.writeString(folder.resolve("pipeline.yaml"), """
                source:  { images: "s3://%s/photographs" }
                extract: { model: fruitnet }
                reduce:  { pca: { components: 10 } }
                sink:    { parquet: "s3://%s/${OUT}" }
                store:   { region: %s, endpoint: "%s", path-style: true }
                residency: eu
                """.formatted(
                S3Server.BUCKET, S3Server.BUCKET, "eu-west-3", s3.settings().endpoint()));

        Results local = ran(folder, pipeline, "local");
        Results spark = ran(folder, pipeline, "spark");

        local.requireSameAs(Testbed.reference());
        spark.requireSameAs(Testbed.reference());
        for (Results results : List.of(local, spark)) {
            JsonFields options = results.manifest().object("options");
            assertThat(options.string("residency-images")).isEqualTo("eu-west-3, as declared");
            assertThat(options.string("residency-out")).isEqualTo("eu-west-3, as declared");
        }
        assertThat(s3.pendingUploads()).isZero();
    }

    private static Results ran(Path folder, Path pipeline, String engine) throws Exception {
        String out = "one-pipeline-" + engine;
        Map<String, String> environment = new HashMap<>(Testbed.models());
        environment.put("OUT", out);
        environment.put("AWS_ACCESS_KEY_ID", S3Server.credentials().get("aws.accessKeyId"));
        environment.put("AWS_SECRET_ACCESS_KEY", S3Server.credentials().get("aws.secretAccessKey"));
        List<String> command = new ArrayList<>(BuildOutput.sparkOptions());
        command.addAll(List.of(
                "-cp",
                BuildOutput.sparkHome().resolve("jars") + "/*:" + BuildOutput.emrJar(),
                SparkSubmission.MAIN,
                "run",
                pipeline.toString(),
                "--engine",
                engine));
        try (OwnProcess run = OwnProcess.java(engine, folder, environment, command)) {
            assertThat(run.exitCode(LIMIT)).as(run.log()).isZero();
        }
        Testbed.s3().getAll(out, folder.resolve(engine));
        return new Results(folder.resolve(engine));
    }
}
