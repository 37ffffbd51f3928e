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
 * The local disk, on which the first reader of one file waits until a test releases it: the test then knows that this
 * process is in the middle of its work. Later readers do not wait.
 *
 * <p>Hadoop's settings: {@value #FILE}, the end of the file's path; {@value #HOLDER}, a file that receives the reader's
 * process id; the reader continues when that file is empty.
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
            Files.writeString(holder(), Long.toString(ProcessHandle.current().pid()), StandardOpenOption.CREATE_NEW);
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
            throw new InterruptedIOException("the reader was interrupted");
        }
    }

    private Path holder() {
        return Path.of(getConf().get(HOLDER));
    }
}
