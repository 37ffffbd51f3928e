package dev.fruits.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.feature.FeatureVector;
import dev.fruits.core.sink.Dataset;
import dev.fruits.core.sink.PartitionWriter;
import dev.fruits.core.sink.StagedPart;
import dev.fruits.local.store.LocalResultStore;
import java.io.IOException;
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
    void what_the_store_says_of_its_failure_is_not_changed_and_the_part_is_discarded(long capacity) throws IOException {
        FullStore part = new FullStore(capacity);
        PartWriter writer = new PartWriter(part, Dataset.features("m"), 0, 0);
        try (writer) {
            assertThatThrownBy(() -> {
                        writeRows(writer, 6000);
                        writer.finish();
                    })
                    .isInstanceOf(IOException.class)
                    .hasMessage("out x: is full; give another --out");
        }

        assertThat(part.isDiscarded).isTrue();
    }

    @Test
    void a_part_that_is_closed_before_its_end_leaves_nothing() throws IOException {
        Path parts = folder.resolve(".staging-fruits/parts");
        ParquetSink sink = ParquetSink.into(LocalResultStore.in(folder));
        try (PartitionWriter writer = sink.openWriter(Dataset.features("m"), 0, 0)) {
            writeRows(writer, 6000);
            assertThat(parts).isNotEmptyDirectory();
        }

        assertThat(parts).isEmptyDirectory();
    }

    private static void writeRows(PartitionWriter writer, int count) throws IOException {
        Random random = new Random(1);
        float[] values = new float[1280];
        for (int row = 0; row < count; row++) {
            for (int i = 0; i < values.length; i++) {
                values[i] = random.nextFloat();
            }
            writer.write(new FeatureRow(row + ".jpg", "Kiwi", FeatureVector.of(values)));
        }
    }

    /** Holds so many bytes. */
    private static final class FullStore implements StagedPart {
        private long left;
        private boolean isDiscarded;

        FullStore(long capacity) {
            this.left = capacity;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (length > left) {
                throw new IOException("out x: is full; give another --out");
            }
            left -= length;
        }

        @Override
        public String finish() {
            return "token";
        }

        @Override
        public void close() {
            isDiscarded = true;
        }
    }
}
