package dev.fruits.spark.it;

import dev.fruits.aws.server.OwnProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** HDFS and YARN with two node managers, in another process. */
final class YarnCluster implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(4);

    private final OwnProcess process;
    private final Path folder;

    private YarnCluster(OwnProcess process, Path folder) {
        this.process = process;
        this.folder = folder;
    }

    static YarnCluster start(Path folder) throws IOException, InterruptedException {
        Path configuration = folder.resolve("conf");
        Path hadoop = BuildOutput.hadoop();
        OwnProcess process = OwnProcess.java(
                "hadoop",
                folder,
                Map.of(),
                List.of(
                        "-Xmx1g",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "--add-opens=java.base/java.util=ALL-UNNAMED",
                        "-cp",
                        hadoop.resolve("classes") + ":" + hadoop.resolve("lib") + "/*",
                        "dev.fruits.runtime.hadoop.MiniHadoop",
                        folder.resolve("work").toString(),
                        configuration.toString()));
        process.await(START, () -> Files.exists(configuration.resolve("core-site.xml")));
        return new YarnCluster(process, folder);
    }

    /** {@code HADOOP_CONF_DIR}. */
    Path configuration() {
        return folder.resolve("conf");
    }

    /** The output of the containers: {@code stdout} or {@code stderr}. */
    String said(String stream) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().equals(stream))
                    .sorted()
                    .map(YarnCluster::text)
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        process.close();
    }
}
