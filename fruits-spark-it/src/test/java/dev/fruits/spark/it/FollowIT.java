package dev.fruits.spark.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fruits.aws.server.OwnProcess;
import dev.fruits.aws.server.S3Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A process follows a folder, and is stopped and killed meanwhile: every image is processed once. */
class FollowIT {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    /** {@code 128 + 15}. */
    private static final int TERMINATED = 143;

    private static final int KILLED = 137;
    private static final int BATCHES = 3;

    private static SparkSubmission submission(Map<String, String> configuration) {
        return SparkSubmission.of(SparkSubmission.MAIN, "local[2]")
                .in(Testbed.models())
                .with(Map.of("spark.fruits.follow.files", "100", "spark.fruits.follow.interval", "1 second"))
                .with(configuration);
    }

    private static OwnProcess follow(SparkSubmission submission, String name, Path folder, String images, String out)
            throws IOException, InterruptedException {
        return submission.start(
                name,
                folder,
                BuildOutput.emrJar().toString(),
                "run",
                "--follow",
                "--images",
                images,
                "--model",
                "fruitnet",
                "--projection",
                Testbed.reference().folder().resolve("pca.json").toString(),
                "--out",
                out);
    }

    /** {@code SIGTERM}, and the end that follows. */
    private static void terminate(OwnProcess process) throws IOException, InterruptedException {
        process.signal("TERM");
        assertThat(process.exitCode(LIMIT)).as(process.log()).isEqualTo(TERMINATED);
    }

    @Test
    void on_a_disk() throws Exception {
        Path folder = Testbed.folder("follow");
        HeldImage held = HeldImage.in(folder);
        SparkSubmission submission = submission(held.options());
        String images = "file://" + Testbed.images();
        Path out = folder.resolve("out");
        try (OwnProcess first = follow(submission, "first", folder, images, "file://" + out)) {
            held.reader(first);
            terminate(first);
        }
        Files.delete(held.holder());
        try (OwnProcess second = follow(submission, "second", folder, images, "file://" + out)) {
            held.reader(second);
            second.signal("KILL");
            assertThat(second.exitCode(LIMIT)).isEqualTo(KILLED);
        }
        try (OwnProcess third = follow(submission, "third", folder, images, "file://" + out)) {
            third.await(LIMIT, () -> wholeBatches(out) == BATCHES);
            terminate(third);
        }
        requireEachImageOnce(out);
    }

    @Test
    void on_s3_with_the_checkpoint_there() throws Exception {
        S3Server s3 = Testbed.s3();
        Path folder = Testbed.folder("follow-s3");
        SparkSubmission submission = submission(s3.options())
                .with(Map.of(
                        "spark.sql.streaming.checkpointFileManagerClass",
                        "org.apache.spark.internal.io.cloud.AbortableStreamBasedCheckpointFileManager"));
        BooleanSupplier begun = () -> s3.keys("followed/").stream().anyMatch(key -> key.endsWith("/_SUCCESS"));
        BooleanSupplier done = () -> s3.keys("followed/").stream()
                        .filter(key -> key.endsWith("/_SUCCESS"))
                        .count()
                == BATCHES;
        String images = S3Server.url("photographs");
        String out = S3Server.url("followed");
        try (OwnProcess first = follow(submission, "first", folder, images, out)) {
            first.await(LIMIT, begun);
            terminate(first);
        }
        try (OwnProcess second = follow(submission, "second", folder, images, out)) {
            second.await(LIMIT, done);
            second.signal("KILL");
        }
        s3.getAll("followed", folder.resolve("out"));
        requireEachImageOnce(folder.resolve("out"));
    }

    private static long wholeBatches(Path out) {
        if (!Files.exists(out)) {
            return 0;
        }
        try (Stream<Path> batches = Files.list(out)) {
            return batches.filter(batch -> Files.exists(batch.resolve("_SUCCESS")))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireEachImageOnce(Path out) throws SQLException {
        assertThat(counts(out, "features", "parquet")).isEqualTo("290 rows, 290 paths");
        assertThat(counts(out, "reduced", "parquet")).isEqualTo("290 rows, 290 paths");
        // One of the ten has no bytes, and Spark's file source passes over such files.
        assertThat(counts(out, "rejects", "csv")).isEqualTo("9 rows, 9 paths");
    }

    private static String counts(Path out, String table, String format) throws SQLException {
        String query =
                "SELECT count(*) || ' rows, ' || count(DISTINCT path) || ' paths' FROM read_%s('%s/batch=*/%s/*.%s')"
                        .formatted(format, out, table, format);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }
}
