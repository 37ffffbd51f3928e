package dev.fruits.djl;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.Sha256;
import dev.fruits.core.WholeFile;
import dev.fruits.core.WrongUseException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Weights on this machine, each under a name with its checksum: {@code resnet18-v1-7-4e8f8653e7a2222b.onnx}. Another
 * version of the weights is another file. Several processes may use one folder.
 *
 * @param folder created if it is missing
 */
record WeightsCache(Path folder) {
    private static final int NAMED_DIGITS = 16;
    private static final String CARDS = "cards";
    private static final String RECORD = ".sha256";

    /** Writes a file that does not exist yet. */
    @FunctionalInterface
    interface Writer {
        void write(Path file) throws IOException;
    }

    Path place(ModelCard card) {
        return folder.resolve(nameOf(card));
    }

    static String nameOf(ModelCard card) {
        return stem(card) + card.kind().ending();
    }

    private static String stem(ModelCard card) {
        return card.kind().stem(card.file()) + "-" + card.sha256().substring(0, NAMED_DIGITS);
    }

    /**
     * A file of the cache with the JSON of a pinned card. It is written anew each time, whole or not at all.
     *
     * @throws RunFailedException if the folder cannot be written
     */
    Path card(ModelCard card) {
        try {
            Path target = Files.createDirectories(folder.resolve(CARDS)).resolve(stem(card) + ".card.json");
            WholeFile.write(target, CardJson.text(card));
            return target;
        } catch (IOException e) {
            throw unwritable(card, e);
        }
    }

    /** True if the file is there and is, to the byte, what its card says. */
    boolean holds(ModelCard card) throws IOException {
        Path file = place(card);
        return Files.isRegularFile(file) && Sha256.of(file).equals(card.sha256());
    }

    /**
     * The weights of a card; written once, by one process, if the cache does not hold them whole. They get their name
     * when they are complete.
     *
     * @throws RunFailedException if the folder cannot be written; or from {@code writer}
     */
    Path file(ModelCard card, Writer writer) {
        try {
            if (!holds(card)) {
                writeOnce(card, writer);
            }
            return place(card);
        } catch (IOException e) {
            throw unwritable(card, e);
        }
    }

    /**
     * The card for exactly this file, which its user exported, so that nobody knows its SHA-256 beforehand. The SHA-256 is
     * recorded beside the file when it is first used, and holds from then on.
     *
     * @throws WrongUseException if the file is not the one that was recorded; the message names the record
     * @throws RunFailedException if the record cannot be written
     * @throws IOException if the file cannot be read
     */
    static ModelCard recorded(ModelCard card, Path file) throws IOException {
        Path record = file.resolveSibling(file.getFileName() + RECORD);
        String sha256 = Sha256.of(file);
        if (!Files.exists(record)) {
            writeRecord(record, sha256);
        } else if (!Files.readString(record).strip().equals(sha256)) {
            throw new WrongUseException("model " + file + ": its SHA-256 is " + sha256 + " but " + record
                    + " was recorded at first use; get the file again, or delete the record to use the new one");
        }
        return card.pinnedTo(sha256);
    }

    private static void writeRecord(Path record, String sha256) {
        try {
            Files.writeString(record, sha256 + System.lineSeparator());
        } catch (IOException e) {
            throw new RunFailedException(
                    "model: " + record + " cannot be written; make its folder writable, or pass --model FILE", e);
        }
    }

    private RunFailedException unwritable(ModelCard card, IOException e) {
        return new RunFailedException(
                "model " + card.name() + ": the cache " + folder + " cannot be written (" + reason(e)
                        + "); set FRUITS_MODELS to a folder that can, or pass --model FILE",
                e);
    }

    /** Class names of exceptions tell more than their messages, which are the path. */
    private static String reason(IOException e) {
        String type = e.getClass().getSimpleName().replace("Exception", "");
        return e.getMessage() == null ? type : type + ": " + e.getMessage();
    }

    private void writeOnce(ModelCard card, Writer writer) throws IOException {
        Files.createDirectories(folder);
        Path lockFile = folder.resolve("." + nameOf(card) + ".lock");
        synchronized (WeightsCache.class) { // a lock on a file holds for the whole JVM
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (lock.isValid() && !holds(card)) {
                    write(card, writer);
                }
            }
        }
    }

    /** Not by WholeFile, which gives a stream: a download starts the file anew with each address that it tries. */
    private void write(ModelCard card, Writer writer) throws IOException {
        Path temporary = folder.resolve("." + nameOf(card) + ".part");
        Files.deleteIfExists(temporary);
        try {
            writer.write(temporary);
            Files.move(temporary, place(card), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
