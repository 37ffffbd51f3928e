package dev.fruits.spark.it.program;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.RawLocalFileSystem;

/**
 * The local disk, where the first to open one file waits until it is told to go on: a test knows that this reader is in
 * the middle of the work, and who it is. Whoever opens the file after that reads it.
 *
 * <p>Hadoop's settings: {@value #FILE}, how the file's path ends; {@value #HOLDER}, a file that gets the reader's process
 * id; the reader goes on when it is empty.
 */
public final class HeldDisk extends RawLocalFileSystem {
    private static final String FILE = "fs.held.file";
    private static final String HOLDER = "fs.held.holder";
    private static final Duration POLL = Duration.ofMillis(50);

    @Override
    public FSDataInputStream open(org.apache.hadoop.fs.Path file, int bufferSize) throws IOException {
        if (file.toString().endsWith(getConf().get(FILE)) && isFirst()) {
            awaitRelease();
        }
        return super.open(file, bufferSize);
    }

    private boolean isFirst() throws IOException {
        try {
            Path holder = Path.of(getConf().get(HOLDER));
            Files.writeString(holder, Long.toString(ProcessHandle.current().pid()), StandardOpenOption.CREATE_NEW);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    private void awaitRelease() throws IOException {
        try {
            while (Files.size(holder()) > 0) {
                Thread.sleep(POLL.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the reader was stopped");
        }
    }

    private Path holder() {
        return Path.of(getConf().get(HOLDER));
    }
}
