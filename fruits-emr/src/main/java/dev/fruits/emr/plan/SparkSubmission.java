package dev.fruits.emr.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The command that runs a job on a cluster's Spark. */
public final class SparkSubmission {
    public static final String MAIN = "dev.fruits.cli.Main";
    private static final String S3A_ENCRYPTION = "spark.hadoop.fs.s3a.encryption.";

    private SparkSubmission() {}

    /** {@code spark-submit} and all that follows it, each a word of its own. */
    public static List<String> words(ClusterSpec spec) {
        List<String> words = new ArrayList<>(List.of("spark-submit", "--deploy-mode", "cluster", "--class", MAIN));
        settings(spec.nodes()).forEach((key, value) -> words.addAll(List.of("--conf", key + "=" + value)));
        encryption(spec.access()).forEach((key, value) -> words.addAll(List.of("--conf", key + "=" + value)));
        words.add(spec.job().jar().text());
        words.addAll(List.of("run", spec.job().pipeline().text()));
        words.addAll(spec.job().options());
        return words;
    }

    /** What Spark is told. */
    public static Map<String, String> settings(ClusterNodes nodes) {
        ExecutorSize executor = ExecutorSize.on(nodes.core().type());
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("spark.driver.memory", ExecutorSize.DRIVER_HEAP_MIB + "m");
        settings.put("spark.driver.memoryOverhead", ExecutorSize.DRIVER_OVERHEAD_MIB + "m");
        settings.put("spark.executor.cores", Integer.toString(executor.cores()));
        settings.put("spark.executor.memory", executor.heapMib() + "m");
        settings.put("spark.executor.memoryOverhead", executor.overheadMib() + "m");
        settings.putAll(howManyExecutors(nodes));
        settings.put("spark.yarn.maxAppAttempts", "1"); // a second attempt would pay twice for the same failure
        return settings;
    }

    /** What is written is encrypted with the key, where there is one. */
    public static Map<String, String> encryption(ClusterAccess access) {
        String key = access.kmsKey();
        return key == null
                ? Map.of()
                : new TreeMap<>(Map.of(S3A_ENCRYPTION + "algorithm", "SSE-KMS", S3A_ENCRYPTION + "key", key));
    }

    /** A fixed cluster keeps its executors, as they hold the features; a scaled one gains and loses them. */
    private static Map<String, String> howManyExecutors(ClusterNodes nodes) {
        Map<String, String> settings = new LinkedHashMap<>();
        boolean scaled = nodes.scaling() != null;
        settings.put("spark.dynamicAllocation.enabled", Boolean.toString(scaled));
        nodes.scalingLimits().ifPresent(limits -> {
            settings.put("spark.dynamicAllocation.minExecutors", Integer.toString(limits.least()));
            settings.put("spark.dynamicAllocation.maxExecutors", Integer.toString(limits.most()));
        });
        if (!scaled) {
            settings.put("spark.executor.instances", Integer.toString(nodes.workers()));
        }
        return settings;
    }
}
