package dev.fruits.lambda;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How long the packaged function takes from the start of its process to its first answer, and for an answer when it is
 * warm, on one core; a new process and an empty folder for temporary files each time.
 *
 * <p>Arguments: package, folder of AWS's runtime client, folder of a classifier, photograph, number of starts, {@code
 * request} or {@code s3} (the classifier too), options of the Java virtual machine.
 */
final class StartBenchmark {
    private static final int WARM_CALLS = 200;
    /** Of the warm calls, those that still warm up. */
    private static final int UNCOUNTED = 100;

    private final Path[] places;
    private final boolean fromS3;
    private final List<String> options;

    private StartBenchmark(Path[] places, boolean fromS3, List<String> options) {
        this.places = places;
        this.fromS3 = fromS3;
        this.options = options;
    }

    @SuppressWarnings("SystemOut") // a program for the console
    public static void main(String[] args) throws Exception {
        Path[] places = {Path.of(args[0]), Path.of(args[1]), Path.of(args[2]), Path.of(args[3])};
        StartBenchmark benchmark =
                new StartBenchmark(places, args[5].equals("s3"), List.of(args).subList(6, args.length));
        List<Double> firsts = new ArrayList<>();
        List<Double> warm = new ArrayList<>();
        for (int start = 0; start < Integer.parseInt(args[4]); start++) {
            benchmark.run(firsts, warm);
        }
        System.out.printf(
                Locale.ROOT,
                "%s %s: first answer after %.0f ms (median of %d; %.0f to %.0f), warm %.1f ms (median of %d)%n",
                args[5],
                benchmark.options,
                at(firsts, 0.5),
                firsts.size(),
                at(firsts, 0),
                at(firsts, 1),
                at(warm, 0.5),
                warm.size());
    }

    private void run(List<Double> firsts, List<Double> warm) throws Exception {
        Path folder = Files.createTempDirectory("start");
        PackagedFunction function = PackagedFunction.unpacked(places[0], places[1], folder);
        byte[] photograph = Files.readAllBytes(places[3]);
        try (LambdaStandIn lambda = new LambdaStandIn();
                S3Stub s3 = s3(photograph)) {
            String event = fromS3 ? Events.s3("photos", "a.jpg") : Events.requestV2(photograph);
            Map<String, String> environment = Map.of(
                    "FRUITS_CLASSIFIER",
                    fromS3 ? "s3://models/v1" : places[2].toAbsolutePath().toString(),
                    "AWS_ENDPOINT_URL_S3",
                    s3.address().toString(),
                    "ORT_DISABLE_TELEMETRY",
                    "1");
            Instant start = Instant.now();
            Process process = function.start(
                    lambda,
                    List.of("taskset", "-c", "0"),
                    options,
                    environment,
                    folder.resolve("log.txt").toFile());
            firsts.add(answered(lambda, event, start));
            for (int call = 0; call < WARM_CALLS; call++) {
                double milliseconds = answered(lambda, event, Instant.now());
                if (call >= UNCOUNTED) {
                    warm.add(milliseconds);
                }
            }
            PackagedFunction.stop(process);
        }
    }

    private S3Stub s3(byte[] photograph) throws IOException {
        S3Stub s3 = new S3Stub().with("photos", "a.jpg", photograph);
        for (String name : List.of("classifier.json", "weights.json")) {
            s3.with("models", "v1/" + name, Files.readAllBytes(places[2].resolve(name)));
        }
        return s3;
    }

    private static double answered(LambdaStandIn lambda, String event, Instant start) throws InterruptedException {
        LambdaStandIn.Outcome outcome = lambda.invoke(event);
        if (!outcome.text().contains("label")) {
            throw new IllegalStateException(outcome.toString());
        }
        return Duration.between(start, Instant.now()).toNanos() / 1e6;
    }

    private static double at(List<Double> values, double share) {
        return values.stream()
                .sorted()
                .skip(Math.round(share * (values.size() - 1)))
                .findFirst()
                .orElseThrow();
    }
}
