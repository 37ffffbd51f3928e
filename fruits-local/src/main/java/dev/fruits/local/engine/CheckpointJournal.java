package dev.fruits.local.engine;

import dev.fruits.core.image.ImageRef;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UTFDataFormatException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Which image every slot of a {@link FeatureCheckpoint} belongs to: a header, then one entry per vector, appended after the
 * vector was written. A torn last entry, as a kill leaves it, is dropped.
 */
record CheckpointJournal(List<Entry> entries, DataOutputStream out) implements Closeable {
    /**
     * An entry.
     *
     * @param path of the image
     * @param bytes its encoded size
     * @param modifiedMillis when it was last written, since 1970
     * @param slot of its vector
     * @param crc CRC-32 of the vector's bytes
     */
    record Entry(String path, long bytes, long modifiedMillis, int slot, int crc) {
        static Entry of(ImageRef ref, int slot, int crc) {
            return new Entry(ref.path(), ref.bytes(), ref.modified().toEpochMilli(), slot, crc);
        }

        boolean isOf(ImageRef ref) {
            return path.equals(ref.path())
                    && bytes == ref.bytes()
                    && modifiedMillis == ref.modified().toEpochMilli();
        }
    }

    /** Opens a journal for appending; entries under another header are dropped. */
    static CheckpointJournal open(Path file, String header) throws IOException {
        List<Entry> entries = Files.exists(file) ? read(file, header) : List.of();
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)));
        CheckpointJournal journal = new CheckpointJournal(entries, out);
        out.writeUTF(header);
        for (Entry entry : entries) {
            journal.append(entry);
        }
        return journal;
    }

    private static List<Entry> read(Path file, String header) throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (!in.readUTF().equals(header)) {
                return List.of();
            }
            while (true) {
                entries.add(new Entry(in.readUTF(), in.readLong(), in.readLong(), in.readInt(), in.readInt()));
            }
        } catch (EOFException | UTFDataFormatException torn) {
            return entries;
        }
    }

    synchronized void append(Entry entry) throws IOException {
        out.writeUTF(entry.path());
        out.writeLong(entry.bytes());
        out.writeLong(entry.modifiedMillis());
        out.writeInt(entry.slot());
        out.writeInt(entry.crc());
        out.flush(); // one entry, one system call: a kill tears at most the last
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
