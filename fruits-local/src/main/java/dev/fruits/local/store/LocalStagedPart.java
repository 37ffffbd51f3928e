package dev.fruits.local.store;

import dev.fruits.core.sink.StagedPart;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A part in the hidden folder; its token is the name of its file. */
final class LocalStagedPart implements StagedPart {
    private final Path file;
    private final OutputStream disk;
    private boolean whole;

    /** @param disk where the bytes of {@code file} go */
    LocalStagedPart(Path file, OutputStream disk) {
        this.file = file;
        this.disk = disk;
    }

    static LocalStagedPart open(Path file) throws IOException {
        try {
            return new LocalStagedPart(file, Files.newOutputStream(file));
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            disk.write(bytes, offset, length);
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    @Override
    public String finish() throws IOException {
        try {
            disk.close();
        } catch (IOException e) {
            throw failed(file, e);
        }
        whole = true;
        return file.getFileName().toString();
    }

    @Override
    public void close() throws IOException {
        if (whole) {
            return;
        }
        try {
            disk.close();
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static IOException failed(Path file, IOException e) {
        return new IOException(
                "out " + file + ": cannot be written (" + IoReason.of(e)
                        + "); free space on its disk or give another --out",
                e);
    }
}
