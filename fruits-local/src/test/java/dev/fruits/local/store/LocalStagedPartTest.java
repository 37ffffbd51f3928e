package dev.fruits.local.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStagedPartTest {
    @TempDir
    Path folder;

    @Test
    void a_full_disk_is_named_and_leaves_nothing() throws IOException {
        Path file = folder.resolve("features-0-0.parquet");
        FullDisk disk = new FullDisk(Files.newOutputStream(file), 1000);
        LocalStagedPart part = new LocalStagedPart(file, disk);
        try (part) {
            part.write(new byte[600], 0, 600);
            assertThatThrownBy(() -> part.write(new byte[600], 0, 600))
                    .isInstanceOf(IOException.class)
                    .hasMessage("out " + file + ": cannot be written (No space left on device);"
                            + " free space on its disk or give another --out");
        }

        assertThat(file).doesNotExist();
        assertThat(disk.isClosed).isTrue();
    }

    @Test
    void a_folder_that_is_gone_is_named() {
        Path file = folder.resolve("gone/features-0-0.parquet");

        assertThatThrownBy(() -> LocalStagedPart.open(file))
                .isInstanceOf(IOException.class)
                .hasMessage("out " + file + ": cannot be written (no such file: " + file
                        + "); free space on its disk or give another --out");
    }

    /** A disk that holds so many bytes. */
    private static final class FullDisk extends FilterOutputStream {
        private long left;
        private boolean isClosed;

        FullDisk(OutputStream disk, long capacity) {
            super(disk);
            this.left = capacity;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (length > left) {
                throw new IOException("No space left on device");
            }
            left -= length;
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            isClosed = true;
            super.close();
        }
    }
}
