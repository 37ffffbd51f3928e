package dev.fruits.spark.it;

import dev.fruits.aws.server.OwnProcess;
import dev.fruits.aws.server.S3Server;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Spark's history server over a folder of event logs, in another process. */
final class HistoryServer implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(3);

    private final OwnProcess process;
    private final URI rest;
    private final HttpClient client = HttpClient.newHttpClient();

    private HistoryServer(OwnProcess process, URI rest) {
        this.process = process;
        this.rest = rest;
    }

    /** Waits until it lists an application. */
    static HistoryServer over(Path events, Path folder) throws IOException, InterruptedException {
        int port = S3Server.freePort();
        List<String> arguments = new ArrayList<>(BuildOutput.sparkOptions());
        arguments.addAll(List.of(
                "-Xmx512m",
                "-Dspark.history.fs.logDirectory=" + events.toUri(),
                "-Dspark.history.ui.port=" + port,
                "-cp",
                BuildOutput.sparkHome().resolve("jars") + "/*",
                "org.apache.spark.deploy.history.HistoryServer"));
        OwnProcess process = OwnProcess.java("history", folder, Map.of("SPARK_LOCAL_IP", "127.0.0.1"), arguments);
        HistoryServer server =
                new HistoryServer(process, URI.create("http://127.0.0.1:" + port + "/api/v1/applications"));
        process.await(START, () -> server.get("").contains("\"id\""));
        return server;
    }

    /** The jobs of an application, as JSON. */
    String jobs(String application) {
        return get("/" + application + "/jobs");
    }

    private String get(String path) {
        try {
            return client.send(HttpRequest.newBuilder(URI.create(rest + path)).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            return ""; // not up yet
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    @Override
    public void close() throws IOException {
        process.close();
    }
}
