package dev.fruits.spark.it;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fruits.aws.server.S3Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shared by all tests of this process: images, a reference run, and servers that start on first use. */
final class Testbed {
    private static final Path ROOT = BuildOutput.work();
    private static final String MODEL = "fruitnet";

    private static @Nullable Path images;
    private static @Nullable Results reference;
    private static @Nullable S3Server s3;
    private static @Nullable YarnCluster yarn;

    private Testbed() {}

    /** An empty folder of this name. */
    static Path folder(String name) throws IOException {
        Path folder = ROOT.resolve(name);
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        return Files.createDirectories(folder);
    }

    static synchronized Path images() throws IOException {
        if (images == null) {
            images = folder("photographs");
            FruitFolder.drawInto(images);
        }
        return images;
    }

    /** The run of the images on the local engine, by the jar itself. */
    static synchronized Results reference() throws IOException, InterruptedException {
        if (reference == null) {
            Path folder = folder("reference");
            SparkSubmission.Outcome outcome = SparkSubmission.of(SparkSubmission.MAIN, "local[2]")
                    .in(models())
                    .run(
                            "local",
                            folder,
                            BuildOutput.emrJar().toString(),
                            run(images().toString(), folder.resolve("out").toString(), "--engine", "local"));
            if (outcome.exitCode() != 0) {
                throw new AssertionError("the reference run failed:\n" + outcome.log());
            }
            reference = new Results(folder.resolve("out"));
        }
        return reference;
    }

    /** Fails unless {@code fruits diff} calls two runs equal. */
    static void requireNoDifference(Results one, Results other) throws IOException, InterruptedException {
        SparkSubmission.Outcome outcome = SparkSubmission.of(SparkSubmission.MAIN, "local[1]")
                .run(
                        "diff",
                        folder("diff"),
                        BuildOutput.emrJar().toString(),
                        "diff",
                        one.folder().toString(),
                        other.folder().toString());
        if (outcome.exitCode() != 0) {
            throw new AssertionError(outcome.log());
        }
    }

    /** {@code run} from here to there, ten components. */
    static String[] run(String images, String out, String... more) {
        List<String> arguments = List.of("run", "--images", images, "--out", out, "--model", MODEL, "--pca", "10");
        return Stream.concat(arguments.stream(), Stream.of(more)).toArray(String[]::new);
    }

    /** Weights are kept with the test, not with the user. */
    static Map<String, String> models() {
        return Map.of("FRUITS_MODELS", modelCache().toString());
    }

    static Path modelCache() {
        return ROOT.resolve("models");
    }

    static synchronized S3Server s3() throws IOException, InterruptedException {
        if (s3 == null) {
            s3 = S3Server.start(folder("s3"));
            s3.putAll(images(), "photographs");
        }
        return s3;
    }

    /** Skips the test where this Spark comes without YARN. */
    static synchronized YarnCluster yarn() throws IOException, InterruptedException {
        try (Stream<Path> jars = Files.list(BuildOutput.sparkHome().resolve("jars"))) {
            assumeTrue(
                    jars.anyMatch(jar -> jar.getFileName().toString().startsWith("spark-yarn_")),
                    "Spark's part for YARN is not in Maven's repository for this line");
        }
        if (yarn == null) {
            yarn = YarnCluster.start(folder("yarn"));
        }
        return yarn;
    }
}
