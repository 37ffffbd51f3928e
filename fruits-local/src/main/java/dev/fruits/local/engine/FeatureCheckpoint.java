package dev.fruits.local.engine;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.feature.FeatureVector;
import dev.fruits.core.image.ImageRef;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Feature vectors on disk, so that memory does not grow with the number of images and a kill loses at most the batches
 * under way. Vectors stand in slots of equal size in {@code features.f32} (little-endian floats); the
 * {@link CheckpointJournal} beside it says which image a slot belongs to. Safe for many threads.
 */
final class FeatureCheckpoint implements Closeable {
    private static final String VECTORS = "features.f32";
    private static final String JOURNAL = "journal.bin";

    private final Path folder;
    private final int dimension;
    private final FileChannel vectors;
    private final CheckpointJournal journal;
    private final Map<String, CheckpointJournal.Entry> recovered = new HashMap<>();
    private int nextSlot;

    private FeatureCheckpoint(Path folder, int dimension, FileChannel vectors, CheckpointJournal journal) {
        this.folder = folder;
        this.dimension = dimension;
        this.vectors = vectors;
        this.journal = journal;
    }

    /**
     * Opens the checkpoint of a work folder.
     *
     * @param fingerprint of the model: vectors that another model left are removed
     * @param resume false removes whatever is there
     */
    static FeatureCheckpoint open(Path folder, String fingerprint, int dimension, boolean resume) throws IOException {
        Files.createDirectories(folder);
        FileChannel channel = FileChannel.open(
                folder.resolve(VECTORS), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        lock(channel, folder);
        if (!resume) {
            Files.deleteIfExists(folder.resolve(JOURNAL));
        }
        CheckpointJournal journal = CheckpointJournal.open(folder.resolve(JOURNAL), fingerprint + " " + dimension);
        if (journal.entries().isEmpty()) {
            channel.truncate(0);
        }
        FeatureCheckpoint checkpoint = new FeatureCheckpoint(folder, dimension, channel, journal);
        checkpoint.recover();
        return checkpoint;
    }

    private static void lock(FileChannel channel, Path folder) throws IOException {
        try {
            if (channel.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException e) {
            // held by another engine of this process: said below
        }
        channel.close();
        throw new WrongUseException("work folder " + folder + ": another run is using it; wait for it or pass another");
    }

    private void recover() throws IOException {
        for (CheckpointJournal.Entry entry : journal.entries()) {
            nextSlot = Math.max(nextSlot, entry.slot() + 1);
            if (hasWhole(entry)) {
                recovered.put(entry.path(), entry);
            }
        }
    }

    private boolean hasWhole(CheckpointJournal.Entry entry) throws IOException {
        return vectors.size() >= position(entry.slot()) + bytes() && crc(read(entry.slot())) == entry.crc();
    }

    /** The slot that a killed run filled for this very image: same path, size and time of writing. */
    Optional<Integer> recovered(ImageRef ref) {
        return Optional.ofNullable(recovered.get(ref.path()))
                .filter(entry -> entry.isOf(ref))
                .map(CheckpointJournal.Entry::slot);
    }

    /**
     * Stores the vector of an image and returns its slot.
     *
     * @throws RunFailedException if the disk fails: it is full
     */
    int append(ImageRef ref, FeatureVector vector) {
        if (vector.dimension() != dimension) {
            throw new IllegalArgumentException(
                    ref.path() + ": " + vector.dimension() + " features where the model says " + dimension);
        }
        ByteBuffer record = ByteBuffer.allocate(bytes()).order(ByteOrder.LITTLE_ENDIAN);
        record.asFloatBuffer().put(vector.toArray());
        int slot = claimSlot();
        try {
            write(record, position(slot));
            journal.append(CheckpointJournal.Entry.of(ref, slot, crc(record.flip())));
        } catch (IOException e) {
            throw new RunFailedException(
                    "work folder " + folder + ": " + e.getMessage() + "; fix it and run again with --resume", e);
        }
        return slot;
    }

    private void write(ByteBuffer record, long start) throws IOException {
        long position = start;
        while (record.hasRemaining()) {
            position += vectors.write(record, position);
        }
    }

    private synchronized int claimSlot() {
        return nextSlot++;
    }

    FeatureVector vector(int slot) throws IOException {
        float[] values = new float[dimension];
        read(slot).asFloatBuffer().get(values);
        return FeatureVector.of(values);
    }

    private ByteBuffer read(int slot) throws IOException {
        ByteBuffer record = ByteBuffer.allocate(bytes()).order(ByteOrder.LITTLE_ENDIAN);
        while (record.hasRemaining()) {
            if (vectors.read(record, position(slot) + record.position()) < 0) {
                throw new IOException(
                        folder.resolve(VECTORS) + ": ends before slot " + slot + "; run without --resume");
            }
        }
        return record.flip();
    }

    private static int crc(ByteBuffer record) {
        CRC32 crc = new CRC32();
        crc.update(record.duplicate());
        return (int) crc.getValue();
    }

    private int bytes() {
        return dimension * Float.BYTES;
    }

    private long position(int slot) {
        return (long) slot * bytes();
    }

    int dimension() {
        return dimension;
    }

    /** Closes the files and leaves them for a run that resumes. */
    void keep() throws IOException {
        vectors.close();
        journal.close();
    }

    /** Closes and removes the files. */
    @Override
    public void close() throws IOException {
        keep();
        Files.deleteIfExists(folder.resolve(JOURNAL));
        Files.deleteIfExists(folder.resolve(VECTORS));
        if (isEmpty(folder)) {
            Files.delete(folder);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }
}
