package dev.fruits.local.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.feature.FeatureVector;
import dev.fruits.core.sink.Dataset;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartWriterTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {0, 100_000, 20_000_000})
    void a_full_disk_is_named_and_leaves_nothing(long capacity) throws IOException {
        Path file = folder.resolve("part.parquet");
        FullDisk disk = new FullDisk(Files.newOutputStream(file), capacity);
        PartWriter writer = new PartWriter(file, disk, Dataset.features("m"), 0, 0);
        try (writer) {
            assertThatThrownBy(() -> {
                        writeRows(writer, 6000);
                        writer.finish();
                    })
                    .isInstanceOf(IOException.class)
                    .hasMessage("out " + file + ": cannot be written (No space left on device);"
                            + " free space on its disk or give another --out");
        }

        assertThat(file).doesNotExist();
        assertThat(disk.isClosed).isTrue();
    }

    @Test
    void a_part_that_is_closed_before_its_end_leaves_nothing() throws IOException {
        try (PartWriter writer = PartWriter.open(folder, Dataset.features("m"), 0, 0)) {
            writeRows(writer, 6000);
            assertThat(folder).isNotEmptyDirectory();
        }

        assertThat(folder).isEmptyDirectory();
    }

    private static void writeRows(PartWriter writer, int count) throws IOException {
        Random random = new Random(1);
        float[] values = new float[1280];
        for (int row = 0; row < count; row++) {
            for (int i = 0; i < values.length; i++) {
                values[i] = random.nextFloat();
            }
            writer.write(new FeatureRow(row + ".jpg", "Kiwi", FeatureVector.of(values)));
        }
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
