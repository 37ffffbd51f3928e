package dev.fruits.spark.it;

import dev.fruits.aws.server.OwnProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * One file whose first reader waits until it is released.
 *
 * @param file how its path ends
 * @param holder the file with the process id of the waiting reader
 */
record HeldImage(String file, Path holder) {
    private static final Duration START = Duration.ofMinutes(4);
    /** Two thirds of the listing are before it. */
    private static final String LATE = "Pear Williams/20_100.jpg";

    /** Held in the middle of the extraction. */
    static HeldImage in(Path folder) {
        return new HeldImage(LATE, folder.resolve("holder"));
    }

    /** The settings of Spark for it; images are then {@code file://}. */
    Map<String, String> options() {
        return Map.of(
                "spark.driver.extraClassPath", BuildOutput.testJar().toString(),
                "spark.executor.extraClassPath", BuildOutput.testJar().toString(),
                "spark.hadoop.fs.file.impl", "dev.fruits.spark.it.program.HeldDisk",
                "spark.hadoop.fs.held.file", file,
                "spark.hadoop.fs.held.holder", holder.toString());
    }

    /** Waits for a reader, and returns the id of its process. */
    long reader(OwnProcess submission) throws InterruptedException {
        submission.await(START, () -> !text().isEmpty());
        return Long.parseLong(text());
    }

    void release() throws IOException {
        Files.writeString(holder, "");
    }

    private String text() {
        try {
            return Files.exists(holder) ? Files.readString(holder) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
