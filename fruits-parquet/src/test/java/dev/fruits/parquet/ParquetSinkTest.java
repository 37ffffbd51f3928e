package dev.fruits.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.contract.ResultSinkContract;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.sink.Dataset;
import dev.fruits.core.sink.Document;
import dev.fruits.core.sink.ExistingResults;
import dev.fruits.core.sink.ResultSink;
import dev.fruits.core.sink.StoredPart;
import dev.fruits.core.sink.WriteReceipt;
import dev.fruits.local.store.LocalResultStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetSinkTest extends ResultSinkContract {
    @TempDir
    Path folder;

    @Override
    protected ResultSink sink(ExistingResults existing) {
        return new ParquetSink(LocalResultStore.in(out()), existing);
    }

    @Override
    protected List<String> entries() throws IOException {
        if (!Files.exists(out())) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(out())) {
            return walk.filter(Files::isRegularFile)
                    .map(file -> out().relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @Override
    protected List<FeatureRow> rows(Dataset dataset) throws IOException {
        List<FeatureRow> rows = new ArrayList<>();
        for (StoredPart stored : LocalResultStore.in(out()).parts(dataset.name(), ".parquet")) {
            Path part = out().resolve(stored.name());
            List<FeatureRow> ofPart = ParquetFiles.byParquet(part);
            assertThat(ParquetFiles.byDuckDb(part, dataset.vectorColumn())).isEqualTo(ofPart);
            rows.addAll(ofPart);
        }
        return rows;
    }

    @Override
    protected String text(String name) throws IOException {
        return Files.readString(out().resolve(name));
    }

    @Override
    protected void putForeign(String name, String text) throws IOException {
        Files.createDirectories(out().resolve(name).getParent());
        Files.writeString(out().resolve(name), text);
    }

    private Path out() {
        return folder.resolve("out of 'été'");
    }

    @Test
    void no_hadoop_is_there_when_these_tests_run() {
        assertThatThrownBy(() -> Class.forName("org.apache.hadoop.conf.Configuration"))
                .isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void parts_are_numbered_from_0_without_gaps() throws IOException {
        sink(ExistingResults.REFUSE)
                .commit(
                        List.of(write(FEATURES, 7, 0, randomRows(1, 2, 8)), write(FEATURES, 3, 0, randomRows(2, 2, 8))),
                        List.of());

        assertThat(entries()).containsExactly("_SUCCESS", "features/part-00000.parquet", "features/part-00001.parquet");
    }

    @Test
    void the_footer_tells_what_made_the_vectors() throws IOException {
        assertThat(footerOf(randomRows(1, 5, 8)).getFileMetaData().getKeyValueMetaData())
                .containsEntry("fruits.schema", "1")
                .containsEntry("fruits.dataset", "features")
                .containsEntry("fruits.origin", ORIGIN)
                .containsEntry("fruits.rows", "5");
    }

    @Test
    void the_columns_are_those_that_every_reader_knows() throws IOException {
        assertThat(footerOf(randomRows(1, 5, 8)).getFileMetaData().getSchema()).hasToString("""
                        message row {
                          required binary path (STRING);
                          required binary label (STRING);
                          required group features (LIST) {
                            repeated group list {
                              required float element;
                            }
                          }
                        }
                        """);
    }

    @Test
    void vectors_are_plain_zstd_in_row_groups_of_16_mb() throws IOException {
        List<BlockMetaData> groups = footerOf(randomRows(1, 5000, 1280)).getBlocks();

        assertThat(groups).hasSize(2);
        for (BlockMetaData group : groups) {
            assertThat(group.getTotalByteSize()).isLessThan(18L << 20);
            assertThat(group.getColumns())
                    .extracting(ColumnChunkMetaData::getCodec)
                    .containsOnly(CompressionCodecName.ZSTD);
            assertThat(group.getColumns().get(2).getEncodings())
                    .extracting(Encoding::name)
                    .contains("PLAIN")
                    .isSubsetOf("PLAIN", "RLE", "BIT_PACKED");
        }
    }

    @Test
    void many_threads_write_parts_at_once() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<WriteReceipt> receipts = new ArrayList<>();
        try {
            List<Future<WriteReceipt>> parts = IntStream.range(0, 12)
                    .mapToObj(i -> threads.submit(() -> write(FEATURES, i, 0, randomRows(i, 40, 64))))
                    .toList();
            for (Future<WriteReceipt> part : parts) {
                receipts.add(part.get());
            }
        } finally {
            threads.shutdown();
        }

        sink(ExistingResults.REFUSE).commit(receipts, List.of());

        assertThat(rows(FEATURES))
                .isEqualTo(IntStream.range(0, 12)
                        .mapToObj(i -> randomRows(i, 40, 64))
                        .flatMap(List::stream)
                        .toList());
    }

    @Test
    void what_spark_leaves_in_a_table_is_replaced_too() throws IOException {
        putForeign("features/part-00000-1b2c.snappy.parquet", "PAR1");
        putForeign("features/.part-00000-1b2c.snappy.parquet.crc", "crc");
        putForeign("features/_SUCCESS", "");
        assertThatThrownBy(() -> sink(ExistingResults.REFUSE).prepare()).isInstanceOf(WrongUseException.class);

        sink(ExistingResults.REPLACE).commit(List.of(write(FEATURES, 0, 0, randomRows(1, 2, 8))), List.of());

        assertThat(entries()).containsExactly("_SUCCESS", "features/part-00000.parquet");
    }

    @Test
    void results_that_appear_during_a_run_are_not_replaced() throws IOException {
        WriteReceipt receipt = write(FEATURES, 0, 0, randomRows(1, 2, 8));
        putForeign("_SUCCESS", "");

        assertThatThrownBy(() -> sink(ExistingResults.REFUSE).commit(List.of(receipt), List.of()))
                .isInstanceOf(WrongUseException.class)
                .hasMessageContaining("already holds a run's results");
    }

    @Test
    void a_commit_that_fails_half_way_puts_earlier_results_back() throws IOException {
        List<FeatureRow> earlier = randomRows(1, 5, 8);
        sink(ExistingResults.REFUSE).commit(List.of(write(FEATURES, 0, 0, earlier)), List.of(MANIFEST));
        putForeign("reduced", "a file where a folder must be");
        WriteReceipt features = write(FEATURES, 0, 0, randomRows(2, 5, 8));
        WriteReceipt reduced = write(REDUCED, 1, 0, randomRows(2, 5, 3));
        ResultSink sink = sink(ExistingResults.REPLACE);

        assertThatThrownBy(() -> sink.commit(List.of(features, reduced), List.of(new Document("manifest.json", "{}"))))
                .isInstanceOf(IOException.class)
                .hasMessage("out " + out() + ": results cannot be published (is in the way: " + out().resolve("reduced")
                        + "); free space on its disk or give another --out");
        sink.abort();

        assertThat(entries()).containsExactly("_SUCCESS", "features/part-00000.parquet", "manifest.json", "reduced");
        assertThat(rows(FEATURES)).isEqualTo(earlier);
        assertThat(text("manifest.json")).isEqualTo(MANIFEST.text());
    }

    @Test
    void a_document_outside_of_the_folder_is_refused() {
        Document document = new Document("../elsewhere.txt", "text");

        assertThatThrownBy(() -> sink(ExistingResults.REFUSE).commit(List.of(), List.of(document)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("document ../elsewhere.txt lies outside of the results");
        assertThat(folder.resolve("elsewhere.txt")).doesNotExist();
    }

    @Test
    void a_file_in_the_place_of_the_folder_is_wrong_use() throws IOException {
        Path file = Files.createFile(folder.resolve("results.txt"));

        assertThatThrownBy(() -> new ParquetSink(LocalResultStore.in(file), ExistingResults.REPLACE).prepare())
                .isInstanceOf(WrongUseException.class)
                .hasMessage("out " + file + ": is a file; give a folder");
    }

    @Test
    void a_folder_that_cannot_be_made_is_named() throws IOException {
        Path file = Files.createFile(folder.resolve("results.txt"));
        Path out = file.resolve("out");

        assertThatThrownBy(() -> new ParquetSink(LocalResultStore.in(out), ExistingResults.REFUSE).prepare())
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("out " + out + ": cannot be written to (")
                .hasMessageEndingWith("); let this user write there or give another --out");
    }

    private ParquetMetadata footerOf(List<FeatureRow> rows) throws IOException {
        sink(ExistingResults.REFUSE).commit(List.of(write(FEATURES, 0, 0, rows)), List.of());
        return ParquetFiles.footer(out().resolve("features/part-00000.parquet"));
    }
}
