package dev.fruits.parquet;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.sink.Dataset;
import java.io.IOException;
import java.util.Optional;

/**
 * Which parts of a table are read, and the message if one cannot be read.
 *
 * @param dataset the table
 * @param ownOnly true if fruits must have written every part, and parts of another origin are skipped
 * @param remedy the end of every message
 */
record PartUse(Dataset dataset, boolean ownOnly, String remedy) {
    /** Features that a run reuses. */
    static PartUse resuming(Dataset dataset) {
        return new PartUse(dataset, true, "; remove the file or run without --resume");
    }

    /** Results of any engine. */
    static PartUse reading(Dataset dataset) {
        return new PartUse(dataset, false, "; make this run again with --overwrite, or copy it again");
    }

    /** The reader of a part; empty if it is of another origin. */
    Optional<PartReader> open(PartFile file) throws IOException {
        PartReader part = PartReader.open(file, this);
        if (!ownOnly) {
            return Optional.of(part);
        }
        if (!part.isOwn()) {
            part.close();
            throw new RunFailedException(
                    dataset.name() + " " + file + ": was not written by this version of fruits" + remedy);
        }
        if (part.origin().equals(dataset.origin())) {
            return Optional.of(part);
        }
        part.close();
        return Optional.empty();
    }

    /** The exception for damaged bytes; exceptions of the store are passed on unchanged. */
    RuntimeException unreadable(PartFile file, Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof RunFailedException || cause instanceof WrongUseException) {
                return (RuntimeException) cause;
            }
        }
        return new RunFailedException(dataset.name() + " " + file + ": cannot be read (" + reason(e) + ")" + remedy, e);
    }

    private static String reason(Exception e) {
        String message = e.getMessage();
        return message == null || message.isBlank()
                ? e.getClass().getSimpleName()
                : message.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
