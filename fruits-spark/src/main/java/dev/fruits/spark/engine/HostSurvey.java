package dev.fruits.spark.engine;

import dev.fruits.core.engine.HostCheck;
import dev.fruits.core.engine.HostReport;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.image.ImageSource;
import java.io.IOException;
import java.io.Serializable;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.JavaSparkContext;

/** Tries a run's parts on every executor, by tasks so many that every free executor gets one. */
final class HostSurvey {
    /** Executors that came while others were asked are asked in the next round. */
    private static final int MOST_ROUNDS = 4;

    /** Answers of this JVM: a picture runs once, however many tasks ask. */
    private static final Map<String, HostReport> ANSWERS = new ConcurrentHashMap<>();

    private record Answer(String executor, HostReport report) implements Serializable {}

    private HostSurvey() {}

    /** A report for each host, sorted by name; of executors on one host, one that is unfit speaks for it. */
    static List<HostReport> of(JavaSparkContext spark, ImageSource source, ModelShipment model) {
        Map<String, HostReport> byExecutor = new HashMap<>();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            ask(spark, source, model).forEach(answer -> byExecutor.put(answer.executor(), answer.report()));
            if (byExecutor.size() >= executors(spark)) {
                break;
            }
        }
        return byHost(byExecutor.values());
    }

    private static List<Answer> ask(JavaSparkContext spark, ImageSource source, ModelShipment model) {
        int tasks = 2 * Math.max(spark.defaultParallelism(), executors(spark));
        List<Integer> numbers = IntStream.range(0, tasks).boxed().toList();
        return spark.parallelize(numbers, tasks).map(number -> Travelling.of(answer(source, model))).collect().stream()
                .map(Travelling::value)
                .toList();
    }

    private static Answer answer(ImageSource source, ModelShipment model) throws IOException {
        SparkEnv here = SparkEnv.get();
        FeatureExtractor extractor = model.unpacked();
        String question = source + " " + extractor.model().fingerprint() + " " + model.id();
        HostReport report = ANSWERS.computeIfAbsent(question, asked -> HostCheck.here(source, extractor));
        return new Answer(
                here.executorId(),
                report.named(here.blockManager().blockManagerId().host()));
    }

    private static int executors(JavaSparkContext spark) {
        int all = spark.sc().statusTracker().getExecutorInfos().length;
        return spark.isLocal() ? all : all - 1; // the driver is one of them
    }

    static List<HostReport> byHost(Collection<HostReport> reports) {
        return reports.stream()
                .collect(Collectors.toMap(HostReport::host, Function.identity(), HostSurvey::lessFit))
                .values()
                .stream()
                .sorted(Comparator.comparing(HostReport::host))
                .toList();
    }

    private static HostReport lessFit(HostReport a, HostReport b) {
        return a.isFit() ? b : a;
    }
}
