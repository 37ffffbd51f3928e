package dev.fruits.train;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.sink.ExistingResults;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The out folder while a training writes into it: no other training does. */
record OutFolder(Path folder, FileChannel channel) implements Closeable {
    private static final String CHECKPOINT = "fruitnet.checkpoint";
    private static final String LOCK = ".fruitnet.lock";

    /**
     * Refuses a folder that cannot be written to as the settings have it; touches nothing.
     *
     * @throws WrongUseException if it is a file, or holds a training that is to be kept
     */
    static void requireFree(TrainingSettings settings) {
        Path folder = settings.outFolder();
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new WrongUseException("out " + folder + ": is a file; give a folder");
        }
        boolean held =
                Files.exists(folder.resolve(CHECKPOINT)) || Files.exists(folder.resolve(ResultFiles.NAME + ".onnx"));
        if (held && settings.existing() == ExistingResults.REFUSE) {
            throw new WrongUseException("out " + folder + ": already holds a training; pass --resume to go on with it,"
                    + " --overwrite to replace it, or another --out");
        }
    }

    /**
     * @throws WrongUseException if another training has it
     * @throws IOException if it cannot be made
     */
    static OutFolder claim(Path folder) throws IOException {
        Files.createDirectories(folder);
        FileChannel channel =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return new OutFolder(folder, channel);
            }
        } catch (OverlappingFileLockException e) {
            // held by another training of this process: said below
        }
        channel.close();
        throw new WrongUseException(
                "out " + folder + ": another training is writing to it; wait for it or pass another --out");
    }

    Path checkpoint() {
        return folder.resolve(CHECKPOINT);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(folder.resolve(LOCK));
        channel.close();
    }
}
