package dev.fruits.spark.it;

import dev.fruits.aws.server.OwnProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code spark-submit}, as its script starts it.
 *
 * @param master {@code local[2]}, {@code local-cluster[2,1,1024]}, {@code yarn}
 * @param options of {@code spark-submit} besides: {@code --class}, {@code --deploy-mode}
 * @param configuration {@code --conf}
 * @param environment variables of the process
 */
record SparkSubmission(
        String master, List<String> options, Map<String, String> configuration, Map<String, String> environment) {
    static final String MAIN = "dev.fruits.cli.Main";

    private static final Duration LIMIT = Duration.ofMinutes(10);

    /** The exit code of a process and its output. */
    record Outcome(int exitCode, String log) {}

    SparkSubmission {
        options = List.copyOf(options);
        configuration = Map.copyOf(configuration);
        environment = Map.copyOf(environment);
    }

    static SparkSubmission of(String mainClass, String master) {
        return new SparkSubmission(
                master,
                List.of("--class", mainClass),
                Map.of("spark.ui.enabled", "false", "spark.sql.shuffle.partitions", "4"),
                Map.of());
    }

    /** In cluster mode on a cluster for which the class path holds {@code HADOOP_CONF_DIR}; two executors. */
    static SparkSubmission onYarn(String mainClass, YarnCluster cluster) {
        return of(mainClass, "yarn")
                .option("--deploy-mode", "cluster")
                .with(Map.of(
                        "spark.yarn.jars", "local:" + BuildOutput.sparkHome().resolve("jars") + "/*",
                        "spark.yarn.maxAppAttempts", "1",
                        "spark.executor.instances", "2",
                        "spark.executor.cores", "1",
                        "spark.executor.memory", "1g",
                        "spark.driver.memory", "1g",
                        "spark.executor.memoryOverhead", "768m"))
                .in(Map.of("HADOOP_CONF_DIR", cluster.configuration().toString()));
    }

    SparkSubmission option(String name, String value) {
        List<String> more = new ArrayList<>(options);
        more.addAll(List.of(name, value));
        return new SparkSubmission(master, more, configuration, environment);
    }

    SparkSubmission with(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(configuration);
        all.putAll(more);
        return new SparkSubmission(master, options, all, environment);
    }

    SparkSubmission in(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(more);
        return new SparkSubmission(master, options, configuration, all);
    }

    /**
     * Waits for its end.
     *
     * @param name of the log
     * @param jar path or URL of the application
     */
    Outcome run(String name, Path folder, String jar, String... arguments) throws IOException, InterruptedException {
        try (OwnProcess process = start(name, folder, jar, arguments)) {
            return ended(process);
        }
    }

    /** The same, without waiting. */
    OwnProcess start(String name, Path folder, String jar, String... arguments) throws IOException {
        Map<String, String> variables = new HashMap<>(environment);
        variables.put("SPARK_HOME", BuildOutput.sparkHome().toString());
        variables.put("SPARK_SCALA_VERSION", BuildOutput.scalaLine());
        variables.put("SPARK_LOCAL_IP", "127.0.0.1");
        return OwnProcess.java(name, folder, variables, command(jar, arguments));
    }

    /** Waits for the end of a process that {@link #start} returned. */
    static Outcome ended(OwnProcess process) throws InterruptedException {
        int exitCode = process.exitCode(LIMIT);
        return new Outcome(exitCode, process.log());
    }

    private List<String> command(String jar, String... arguments) {
        List<String> command = new ArrayList<>(List.of("-Xmx1g"));
        command.addAll(BuildOutput.sparkOptions());
        String more = configuration.getOrDefault("spark.driver.extraClassPath", "");
        String hadoop = environment.getOrDefault("HADOOP_CONF_DIR", "");
        command.addAll(List.of(
                "-cp", more + ":" + hadoop + ":" + BuildOutput.sparkHome().resolve("jars") + "/*"));
        command.addAll(List.of("org.apache.spark.deploy.SparkSubmit", "--master", master));
        command.addAll(options);
        configuration.forEach((key, value) -> command.addAll(List.of("--conf", key + "=" + value)));
        command.add(jar);
        command.addAll(List.of(arguments));
        return command;
    }
}
