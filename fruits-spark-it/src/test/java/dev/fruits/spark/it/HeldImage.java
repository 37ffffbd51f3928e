package dev.fruits.spark.it;

import dev.fruits.aws.server.OwnProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * One file whose first reader waits, for ever unless it is let go.
 *
 * @param file how its path ends
 * @param holder the file that tells who waits
 */
record HeldImage(String file, Path holder) {
    private static final Duration START = Duration.ofMinutes(4);
    /** Two thirds of the listing are before it. */
    private static final String LATE = "Pear Williams/20_100.jpg";

    /** Held in the middle of the extraction. */
    static HeldImage in(Path folder) {
        return new HeldImage(LATE, folder.resolve("holder"));
    }

    /** What Spark must be told; images are then {@code file://}. */
    Map<String, String> options() {
        return Map.of(
                "spark.driver.extraClassPath", Places.testJar().toString(),
                "spark.executor.extraClassPath", Places.testJar().toString(),
                "spark.hadoop.fs.file.impl", "dev.fruits.spark.it.program.HeldDisk",
                "spark.hadoop.fs.held.file", file,
                "spark.hadoop.fs.held.holder", holder.toString());
    }

    /** Waits until somebody reads it; the id of that process. */
    long reader(OwnProcess submission) throws InterruptedException {
        submission.await(START, () -> !text().isEmpty());
        return Long.parseLong(text());
    }

    void letGo() throws IOException {
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
