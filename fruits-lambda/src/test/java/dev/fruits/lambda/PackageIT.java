package dev.fruits.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fruits.core.json.JsonFields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The package for Lambda in a process of its own, behind AWS's runtime client. */
class PackageIT {
    private static final Path PACKAGE = Path.of(System.getProperty("fruits.lambda.package", ""));
    private static final Path RUNTIME = Path.of(System.getProperty("fruits.lambda.runtime", ""));

    @TempDir
    static Path folder;

    private static LearnedFruits fruits = new LearnedFruits(Path.of(""), Path.of(""), Path.of(""));
    private static PackagedFunction function = new PackagedFunction(Path.of(""), Path.of(""), Path.of(""));

    private final LambdaStandIn lambda = new LambdaStandIn();
    private final S3Stub s3 = new S3Stub();
    private final List<Process> processes = new ArrayList<>();
    private final Path log = folder.resolve("log.txt");

    PackageIT() throws IOException {}

    @BeforeAll
    static void unpack() throws IOException {
        fruits = LearnedFruits.in(folder);
        function = PackagedFunction.unpacked(PACKAGE, RUNTIME, folder.resolve("lambda"));
    }

    @AfterEach
    void stop() throws InterruptedException {
        for (Process process : processes) {
            PackagedFunction.stop(process);
        }
        lambda.close();
        s3.close();
    }

    private void start(String classifier) throws IOException {
        Map<String, String> environment = Map.of(
                "FRUITS_CLASSIFIER",
                classifier,
                "AWS_ENDPOINT_URL_S3",
                s3.address().toString());
        processes.add(function.start(lambda, List.of(), List.of("-Xmx1g"), environment, log.toFile()));
    }

    @Test
    void it_fits_the_limits_of_lambda_and_holds_natives_of_its_two_architectures_alone() throws IOException {
        assertThat(Files.size(PACKAGE)).isLessThan(50_000_000);
        long unzipped = 0;
        List<String> natives = new ArrayList<>();
        try (ZipFile zip = new ZipFile(PACKAGE.toFile())) {
            for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                unzipped += entry.getSize();
                if (entry.getName().endsWith(".so")) {
                    natives.add(entry.getName());
                }
            }
        }
        assertThat(unzipped).isLessThan(250_000_000);
        assertThat(natives)
                .containsExactlyInAnyOrder(
                        "native/linux-x64/libonnxruntime.so",
                        "native/linux-x64/libonnxruntime4j_jni.so",
                        "native/linux-aarch64/libonnxruntime.so",
                        "native/linux-aarch64/libonnxruntime4j_jni.so");
    }

    @Test
    void requests_and_s3_events_are_answered_and_nothing_is_written_elsewhere() throws Exception {
        for (String name : List.of("classifier.json", "weights.json")) {
            s3.with(
                    "models",
                    "v1/" + name,
                    Files.readAllBytes(fruits.classifier().resolve(name)));
        }
        s3.with("photos", "été/a b+c.jpg", fruits.photograph("Banana"));
        start("s3://models/v1");

        LambdaStandIn.Outcome request = lambda.invoke(Events.requestV2(fruits.photograph("Kiwi")));
        assertThat(request.kind()).as(request.text()).isEqualTo("response");
        JsonFields body = JsonFields.parse(
                "body", JsonFields.parse("answer", request.text()).string("body"));
        assertThat(body.string("label")).isEqualTo("Kiwi");

        LambdaStandIn.Outcome stored = lambda.invoke(Events.s3("photos", "%C3%A9t%C3%A9/a+b%2Bc.jpg"));
        assertThat(stored.text()).contains("\"image\": \"s3://photos/été/a b+c.jpg\"", "\"label\": \"Banana\"");

        LambdaStandIn.Outcome missing = lambda.invoke(Events.s3("photos", "no+such.jpg"));
        assertThat(missing.kind()).isEqualTo("error");
        assertThat(missing.text()).contains("s3://photos/no such.jpg: NoSuchKey (404), request id 4442587FB7D0A2F9");

        LambdaStandIn.Outcome bad = lambda.invoke(Events.requestV1(new byte[] {1, 2, 3}));
        assertThat(JsonFields.parse("answer", bad.text()).integer("statusCode")).isEqualTo(400);

        assertThat(Path.of("/nonexistent")).doesNotExist();
        assertThat(Files.readString(log))
                .contains("loaded classifier s3://models/v1 in ")
                .doesNotContain("secret-of");
        try (Stream<Path> left = Files.walk(function.temporary())) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .contains("weights.json")
                    .noneMatch(name -> name.equals("libonnxruntime.so"));
        }
    }

    @Test
    void a_function_without_a_classifier_says_so_at_its_start() throws Exception {
        start("/opt/classifier");

        LambdaStandIn.Outcome outcome = lambda.outcome();
        assertThat(outcome.kind()).isEqualTo("init/error");
        assertThat(outcome.text()).contains("classifier /opt/classifier: has no classifier.json");
    }
}
