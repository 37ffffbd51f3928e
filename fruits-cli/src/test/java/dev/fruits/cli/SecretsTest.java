package dev.fruits.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.aws.server.Fault;
import dev.fruits.aws.server.FaultyProxy;
import dev.fruits.aws.server.OwnProcess;
import dev.fruits.aws.server.S3Server;
import dev.fruits.cli.fake.TintModels;
import dev.fruits.emr.server.EmrStandIn;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Keys are planted as the AWS command line has them; then everything that the program said or left is searched for them:
 * standard output and error with stack traces, the work folder, every object of the bucket.
 */
class SecretsTest {
    private static final String TOKEN = "plantedToken/FwoGZXIvYXdzEBYaDLONGENOUGHTOBEONE==";
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private static S3Server s3;

    @TempDir
    static Path folder;

    @BeforeAll
    static void photographs_are_in_a_bucket() throws IOException, InterruptedException {
        s3 = S3Server.start(folder.resolve("server"));
        TintedFruits.in(folder.resolve("photos"), 6, 0);
        s3.putAll(folder.resolve("photos"), "photos");
    }

    @AfterAll
    static void the_server_ends() throws IOException {
        s3.close();
    }

    private static List<String> planted() {
        return Stream.concat(S3Server.credentials().values().stream(), Stream.of(TOKEN))
                .toList();
    }

    /** @param token a session token that is sent along; empty for none */
    private static OwnProcess fruits(Path work, String token, List<String> words) throws IOException {
        Map<String, String> environment = new HashMap<>(Map.of("AWS_EC2_METADATA_DISABLED", "true"));
        environment.put("AWS_ACCESS_KEY_ID", planted(S3Server.credentials(), "aws.accessKeyId"));
        environment.put("AWS_SECRET_ACCESS_KEY", planted(S3Server.credentials(), "aws.secretAccessKey"));
        if (!token.isEmpty()) {
            environment.put("AWS_SESSION_TOKEN", token);
        }
        List<String> command = new ArrayList<>(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of("-Dorg.slf4j.simpleLogger.defaultLogLevel=info", "dev.fruits.cli.Main"));
        command.addAll(words);
        return OwnProcess.java("fruits", work, environment, command);
    }

    private static String planted(Map<String, String> credentials, String name) {
        return String.valueOf(credentials.get(name));
    }

    private static List<String> run(String endpoint, String out, String... more) {
        List<String> words = new ArrayList<>(List.of("run", "--verbose", "--pca", "2", "--model", TintModels.NAME));
        words.addAll(List.of("--images", "s3://" + S3Server.BUCKET + "/photos", "--out", out, "--work-dir", "work"));
        words.addAll(List.of("--endpoint", endpoint, "--path-style", "--region", "eu-west-3", "--residency", "eu"));
        words.addAll(List.of(more));
        return words;
    }

    private static String endpoint() {
        return String.valueOf(s3.settings().endpoint());
    }

    private static void requireNoSecret(Path work) throws IOException {
        List<Path> left;
        try (Stream<Path> files = Files.walk(work)) {
            left = files.filter(Files::isRegularFile).toList();
        }
        assertThat(left).isNotEmpty();
        for (Path file : left) {
            requireNoSecret(file.toString(), Files.readAllBytes(file));
        }
        for (String key : s3.keys("")) {
            requireNoSecret(
                    key,
                    s3.client()
                            .getObjectAsBytes(
                                    object -> object.bucket(S3Server.BUCKET).key(key))
                            .asByteArray());
        }
    }

    private static void requireNoSecret(String name, byte[] content) {
        assertThat(new String(content, StandardCharsets.ISO_8859_1)).as(name).doesNotContain(planted());
    }

    @Test
    void the_search_finds_what_is_planted() {
        assertThat(planted()).hasSize(3).allMatch(secret -> secret.length() >= 20);
        byte[] leaked = ("{" + planted().get(0) + "}").getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> requireNoSecret("leaked", leaked)).isInstanceOf(AssertionError.class);
    }

    @Test
    void a_run_from_a_bucket_into_a_bucket_leaves_no_secret() throws Exception {
        Path work = Files.createDirectories(folder.resolve("whole"));
        try (OwnProcess run = fruits(work, "", run(endpoint(), "s3://" + S3Server.BUCKET + "/whole", "--json"))) {
            assertThat(run.exitCode(LIMIT)).as(run.log()).isZero();
        }
        assertThat(s3.keys("whole/")).contains("whole/_SUCCESS", "whole/manifest.json");
        requireNoSecret(work);
    }

    @Test
    void refusals_that_repeat_what_they_were_sent_show_no_secret() throws Exception {
        Path work = Files.createDirectories(folder.resolve("refused"));
        String told = "The provided token " + TOKEN + " of " + planted().get(0) + " and "
                + planted().get(1) + " is not welcome";
        try (FaultyProxy proxy = FaultyProxy.before(URI.create(endpoint()))) {
            proxy.always("GET", "/", Fault.error(403, "SomethingNew", told, Map.of("x-amz-request-id", TOKEN)));
            List<String> words = run(proxy.endpoint().toString(), "s3://" + S3Server.BUCKET + "/refused");
            try (OwnProcess run = fruits(work, TOKEN, words)) {
                assertThat(run.exitCode(LIMIT)).as(run.log()).isEqualTo(1);
                assertThat(run.log()).contains("fruits: ", S3Server.BUCKET, "\tat ");
            }
        }
        requireNoSecret(work);
    }

    @Test
    void a_launch_leaves_no_secret_with_the_cluster_or_in_its_folder() throws Exception {
        Path work = Files.createDirectories(folder.resolve("launched"));
        Files.writeString(work.resolve("fruits.jar"), "not really a jar");
        Files.writeString(
                work.resolve("pipeline.yaml"), """
                source:  { images: s3://%s/photos }
                extract: { model: %s }
                sink:    { parquet: s3://%s/launched }
                residency: eu
                """.formatted(S3Server.BUCKET, TintModels.NAME, S3Server.BUCKET));
        try (EmrStandIn emr = EmrStandIn.start()) {
            List<String> words = new ArrayList<>(List.of("emr", "launch", "pipeline.yaml", "--name", "apples"));
            words.addAll(List.of("--detach", "--jar", "fruits.jar", "--rate", "10", "--price", "0.2", "--verbose"));
            words.addAll(List.of("--region", EmrStandIn.REGION, "--path-style", "--endpoint", endpoint()));
            try (OwnProcess launch = launch(work, emr, words)) {
                assertThat(launch.exitCode(LIMIT)).as(launch.log()).isZero();
            }
            assertThat(emr.created()).hasSize(1);
            assertThat(emr.created().toString()).doesNotContain(planted());
        }
        assertThat(s3.keys("fruits-emr/apples/")).contains("fruits-emr/apples/launch.json");
        requireNoSecret(work);
    }

    private static OwnProcess launch(Path work, EmrStandIn emr, List<String> words) throws IOException {
        List<String> command = new ArrayList<>(List.of("-cp", System.getProperty("java.class.path")));
        command.add("-Daws.endpointUrlEmr=" + emr.endpoint());
        S3Server.credentials().forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.add("dev.fruits.cli.Main");
        command.addAll(words);
        return OwnProcess.java("fruits", work, Map.of("AWS_EC2_METADATA_DISABLED", "true"), command);
    }
}
