package dev.fruits.spark.it;

import dev.fruits.aws.server.OwnProcess;
import dev.fruits.aws.server.S3Server;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Spark's standalone cluster: a master and two workers of one core, each a process; the workers have different host names. */
final class StandaloneCluster implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(2);
    private static final String MASTER_HOST = "127.0.0.1";
    /** Linux answers on all of 127.0.0.0/8. */
    private static final List<String> WORKER_HOSTS = List.of("127.0.0.1", "127.0.0.2");

    private final List<OwnProcess> processes = new ArrayList<>();
    private final Path folder;
    private final String url;

    private StandaloneCluster(Path folder, int port) {
        this.folder = folder;
        this.url = "spark://" + MASTER_HOST + ":" + port;
    }

    static StandaloneCluster start(Path folder) throws IOException, InterruptedException {
        int port = S3Server.freePort();
        StandaloneCluster cluster = new StandaloneCluster(folder, port);
        try {
            cluster.startMaster(port);
            for (String host : WORKER_HOSTS) {
                cluster.startWorker(host);
            }
            return cluster;
        } catch (IOException | InterruptedException | RuntimeException | Error e) {
            cluster.close();
            throw e;
        }
    }

    private void startMaster(int port) throws IOException, InterruptedException {
        daemon("master", "I have been elected leader", "--host", MASTER_HOST, "--port", Integer.toString(port));
    }

    private void startWorker(String host) throws IOException, InterruptedException {
        String work = folder.resolve("work-" + host).toString();
        daemon(
                "worker",
                "Successfully registered with master",
                "--host",
                host,
                "--cores",
                "1",
                "--memory",
                "1g",
                "--work-dir",
                work,
                url);
    }

    private void daemon(String role, String ready, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(BuildOutput.sparkOptions());
        command.addAll(List.of("-Xmx256m", "-cp", BuildOutput.sparkHome().resolve("jars") + "/*"));
        command.add("org.apache.spark.deploy." + role + "."
                + role.substring(0, 1).toUpperCase(Locale.ROOT) + role.substring(1));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--webui-port", "0"));
        OwnProcess process = OwnProcess.java(
                role + processes.size(),
                folder,
                Map.of(
                        "SPARK_HOME",
                        BuildOutput.sparkHome().toString(),
                        "SPARK_SCALA_VERSION",
                        BuildOutput.scalaLine()),
                command);
        processes.add(process);
        process.await(START, () -> process.log().contains(ready));
    }

    /** For {@code --master}. */
    String url() {
        return url;
    }

    @Override
    public void close() throws IOException {
        for (OwnProcess process : processes) {
            process.close();
        }
    }
}
