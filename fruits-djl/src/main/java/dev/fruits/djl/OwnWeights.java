package dev.fruits.djl;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.Sha256;
import dev.fruits.core.WrongUseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Weights that a user exported and put into the cache, so that nobody knows their SHA-256 beforehand. It is recorded
 * beside the file when it is first used, and holds from then on.
 */
final class OwnWeights {
    private static final String RECORD = ".sha256";

    private OwnWeights() {}

    /**
     * The card for exactly this file.
     *
     * @throws WrongUseException if the file is not the one that was recorded; the message names the record
     * @throws RunFailedException if the record cannot be written
     * @throws IOException if the file cannot be read
     */
    static ModelCard pinned(ModelCard card, Path file) throws IOException {
        Path record = file.resolveSibling(file.getFileName() + RECORD);
        String sha256 = Sha256.of(file);
        if (!Files.exists(record)) {
            write(record, sha256);
        } else if (!Files.readString(record).strip().equals(sha256)) {
            throw new WrongUseException("model " + file + ": its SHA-256 is " + sha256 + " but " + record
                    + " was recorded at first use; get the file again, or delete the record to use the new one");
        }
        return card.pinnedTo(sha256);
    }

    private static void write(Path record, String sha256) {
        try {
            Files.writeString(record, sha256 + System.lineSeparator());
        } catch (IOException e) {
            throw new RunFailedException(
                    "model: " + record + " cannot be written; make its folder writable, or pass --model FILE", e);
        }
    }
}
