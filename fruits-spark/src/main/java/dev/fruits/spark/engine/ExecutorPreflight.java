package dev.fruits.spark.engine;

import dev.fruits.core.engine.HostReport;
import dev.fruits.core.engine.Preflight;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.image.ImageSource;
import java.io.IOException;
import java.io.Serializable;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.JavaSparkContext;
import org.jspecify.annotations.Nullable;

/** Checks every executor before a run, by so many tasks that every free executor gets one. */
final class ExecutorPreflight {
    /** Executors that join during a round are checked in the next one. */
    private static final int MOST_ROUNDS = 4;

    /** The last check of this JVM, so that the image runs once, however many tasks ask. */
    private static @Nullable Check last;

    private record Check(String subject, HostReport report) {}

    private record ExecutorReport(String executor, HostReport report) implements Serializable {}

    private ExecutorPreflight() {}

    /** A report for each host, sorted by name; an executor that failed the check represents its host. */
    static List<HostReport> of(JavaSparkContext spark, ImageSource source, ModelShipment model) {
        Map<String, HostReport> byExecutor = new HashMap<>();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            checked(spark, source, model).forEach(one -> byExecutor.put(one.executor(), one.report()));
            if (byExecutor.size() >= executors(spark)) {
                break;
            }
        }
        return byHost(byExecutor.values());
    }

    private static List<ExecutorReport> checked(JavaSparkContext spark, ImageSource source, ModelShipment model) {
        int tasks = 2 * Math.max(spark.defaultParallelism(), executors(spark));
        List<Integer> numbers = IntStream.range(0, tasks).boxed().toList();
        return spark
                .parallelize(numbers, tasks)
                .map(number -> JavaSerialized.of(report(source, model)))
                .collect()
                .stream()
                .map(JavaSerialized::value)
                .toList();
    }

    private static ExecutorReport report(ImageSource source, ModelShipment model) throws IOException {
        SparkEnv here = SparkEnv.get();
        HostReport report = once(source, model.unpacked(), model.id());
        return new ExecutorReport(
                here.executorId(),
                report.named(here.blockManager().blockManagerId().host()));
    }

    private static synchronized HostReport once(ImageSource source, FeatureExtractor extractor, UUID shipment) {
        String subject = source + " " + extractor.model().fingerprint() + " " + shipment;
        if (last == null || !last.subject().equals(subject)) {
            last = new Check(subject, Preflight.here(source, extractor));
        }
        return last.report();
    }

    private static int executors(JavaSparkContext spark) {
        int all = spark.sc().statusTracker().getExecutorInfos().length;
        return spark.isLocal() ? all : all - 1; // the driver is one of them
    }

    static List<HostReport> byHost(Collection<HostReport> reports) {
        return List.copyOf(reports.stream()
                .collect(Collectors.toMap(
                        HostReport::host, Function.identity(), ExecutorPreflight::lessFit, TreeMap::new))
                .values());
    }

    private static HostReport lessFit(HostReport a, HostReport b) {
        return a.isFit() ? b : a;
    }
}
