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
import java.util.stream.Stream;

/**
 * How long the packaged function takes from the start of its process to its first answer, and for an answer when it is
 * warm, on one core; a new process and an empty folder for temporary files each time. The time that the process was on
 * that core is the better figure where other work shares it.
 *
 * <p>Arguments: package, folder of AWS's runtime client, folder of a classifier, photograph, number of starts, {@code
 * request} or {@code s3} (the classifier too), options of the Java virtual machine.
 */
final class StartBenchmark {
    /** Warm calls that still warm up. */
    private static final int UNCOUNTED = 100;

    private static final int COUNTED = 100;

    private final Path[] places;
    private final boolean fromS3;
    private final List<String> options;
    private final List<Double> firsts = new ArrayList<>();
    private final List<Double> cpu = new ArrayList<>();
    private final List<Double> warm = new ArrayList<>();
    private final List<Double> resident = new ArrayList<>();

    private StartBenchmark(Path[] places, boolean fromS3, List<String> options) {
        this.places = places;
        this.fromS3 = fromS3;
        this.options = options;
    }

    @SuppressWarnings("SystemOut") // a program for the console
    public static void main(String[] args) throws Exception {
        System.setProperty("sun.net.httpserver.nodelay", "true"); // else each answer waits 40 ms for an acknowledgement
        Path[] places =
                Stream.of(args).limit(4).map(Path::of).map(Path::toAbsolutePath).toArray(Path[]::new);
        StartBenchmark benchmark =
                new StartBenchmark(places, args[5].equals("s3"), List.of(args).subList(6, args.length));
        for (int start = 0; start < Integer.parseInt(args[4]); start++) {
            benchmark.run();
        }
        System.out.printf(
                Locale.ROOT,
                "%s %s: first answer after %.0f ms (median of %d; %.0f to %.0f), of these on the core %.0f (%.0f to %.0f);"
                        + " warm %.1f ms on the core for each photograph; %.0f MB%n",
                args[5],
                benchmark.options,
                at(benchmark.firsts, 0.5),
                benchmark.firsts.size(),
                at(benchmark.firsts, 0),
                at(benchmark.firsts, 1),
                at(benchmark.cpu, 0.5),
                at(benchmark.cpu, 0),
                at(benchmark.cpu, 1),
                at(benchmark.warm, 0.5),
                at(benchmark.resident, 0.5));
    }

    private void run() throws Exception {
        Path folder = Files.createTempDirectory("start");
        PackagedFunction function = PackagedFunction.unpacked(places[0], places[1], folder);
        byte[] photograph = Files.readAllBytes(places[3]);
        try (LambdaStandIn lambda = new LambdaStandIn();
                S3Stub s3 = s3(photograph)) {
            String event = fromS3 ? Events.s3("photos", "a.jpg") : Events.requestV2(photograph);
            Map<String, String> environment = Map.of(
                    "FRUITS_CLASSIFIER",
                    fromS3 ? "s3://models/v1" : places[2].toString(),
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
            cpu.add(onTheCore(process));
            repeat(UNCOUNTED, lambda, event);
            double before = onTheCore(process);
            repeat(COUNTED, lambda, event);
            warm.add((onTheCore(process) - before) / COUNTED);
            resident.add(mostResident(process));
            PackagedFunction.stop(process);
        }
    }

    private static void repeat(int calls, LambdaStandIn lambda, String event) throws InterruptedException {
        for (int call = 0; call < calls; call++) {
            answered(lambda, event, Instant.now());
        }
    }

    /** In milliseconds since its start. */
    private static double onTheCore(Process process) {
        return process.info().totalCpuDuration().orElseThrow().toNanos() / 1e6;
    }

    /** In millions of bytes, at most since its start. */
    private static double mostResident(Process process) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024 / 1e6)
                .findFirst()
                .orElseThrow();
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
