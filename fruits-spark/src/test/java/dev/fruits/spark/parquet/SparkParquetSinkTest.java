package dev.fruits.spark.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.contract.ResultSinkContract;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.image.Location;
import dev.fruits.core.sink.Dataset;
import dev.fruits.core.sink.Document;
import dev.fruits.core.sink.ResultSink;
import dev.fruits.core.sink.WriteReceipt;
import dev.fruits.core.spi.ExistingResults;
import dev.fruits.core.spi.ResultSinkProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without any Spark session: as an engine on one machine uses it. */
class SparkParquetSinkTest extends ResultSinkContract {
    @TempDir
    Path folder;

    @Override
    protected ResultSink sink(ExistingResults existing) {
        return new SparkParquetSink(location(), existing);
    }

    @Override
    protected List<String> entries() throws IOException {
        return ResultFiles.entries(out());
    }

    @Override
    protected List<FeatureRow> rows(Dataset dataset) throws IOException {
        return ResultFiles.rows(out(), dataset);
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
        return folder.resolve("out of 'été' #1 %20");
    }

    private Location location() {
        return new Location("file://" + out());
    }

    @Test
    void is_found_by_the_service_loader_and_takes_what_hadoop_reaches() {
        ResultSinkProvider provider =
                ServiceLoader.load(ResultSinkProvider.class).findFirst().orElseThrow();

        assertThat(List.of("hdfs:///out", "hdfs://node:8020/out", "s3a://bucket/out", "s3://bucket/out", "file:///out"))
                .allMatch(text -> provider.handles(new Location(text)));
        assertThat(provider.handles(new Location("out"))).isFalse();
        assertThat(provider.handles(new Location("ftp://host/out"))).isFalse();
        assertThat(provider.open(location(), ExistingResults.REPLACE)).isEqualTo(sink(ExistingResults.REPLACE));
    }

    @Test
    void the_footer_tells_what_made_the_vectors() throws IOException {
        assertThat(footerOf(randomRows(1, 5, 8)).getFileMetaData().getKeyValueMetaData())
                .containsEntry("fruits.schema", "1")
                .containsEntry("fruits.dataset", "features")
                .containsEntry("fruits.origin", ORIGIN)
                .containsEntry("fruits.rows", "5")
                .containsKey("org.apache.spark.version");
    }

    @Test
    void the_columns_are_those_that_every_sink_of_fruits_writes() throws IOException {
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
    void a_kill_before_the_commit_leaves_nothing_that_looks_whole_and_the_next_run_clears_it() throws IOException {
        write(FEATURES, 0, 0, randomRows(1, 50, 8));
        assertThat(entries()).isNotEmpty().allMatch(entry -> entry.startsWith("_temporary/"));

        sink(ExistingResults.REFUSE).prepare();
        WriteReceipt receipt = write(FEATURES, 0, 0, randomRows(2, 5, 8));
        sink(ExistingResults.REFUSE).commit(List.of(receipt), List.of());

        assertThat(rows(FEATURES)).isEqualTo(randomRows(2, 5, 8));
        assertThat(entries()).hasSize(2);
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
    void a_commit_that_fails_puts_earlier_results_back() throws IOException {
        List<FeatureRow> earlier = randomRows(1, 5, 8);
        sink(ExistingResults.REFUSE).commit(List.of(write(FEATURES, 0, 0, earlier)), List.of(MANIFEST));
        List<String> before = entries();
        ResultSink replacing = sink(ExistingResults.REPLACE);
        replacing.prepare();
        WriteReceipt features = write(FEATURES, 0, 0, randomRows(2, 5, 8));
        putForeign("rejects", "a file where a folder must be");
        Document rejects = new Document("rejects/rejects.csv", "path\n");

        assertThatThrownBy(() ->
                        replacing.commit(List.of(features), List.of(new Document("manifest.json", "{}"), rejects)))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("out " + location() + ": results cannot be published (")
                .hasMessageEndingWith("); free space there or give another --out");
        replacing.abort();

        assertThat(entries()).containsAll(before).hasSize(before.size() + 1).contains("rejects");
        assertThat(rows(FEATURES)).isEqualTo(earlier);
        assertThat(text("manifest.json")).isEqualTo(MANIFEST.text());
    }

    @Test
    void a_file_where_a_table_must_be_stops_the_commit_and_stays() throws IOException {
        WriteReceipt reduced = write(REDUCED, 0, 0, randomRows(2, 5, 3));
        putForeign("reduced", "mine");

        assertThatThrownBy(() -> sink(ExistingResults.REFUSE).commit(List.of(reduced), List.of()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is in the way: ");
        assertThat(text("reduced")).isEqualTo("mine");
    }

    @Test
    void a_document_outside_of_the_results_is_refused() {
        Document document = new Document("../elsewhere.txt", "text");

        assertThatThrownBy(() -> sink(ExistingResults.REFUSE).commit(List.of(), List.of(document)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("document ../elsewhere.txt lies outside of the results");
        assertThat(folder.resolve("elsewhere.txt")).doesNotExist();
    }

    @Test
    void a_file_in_the_place_of_the_folder_is_wrong_use() throws IOException {
        Path file = Files.createFile(folder.resolve("results.txt"));
        Location location = new Location("file://" + file);

        assertThatThrownBy(() -> new SparkParquetSink(location, ExistingResults.REPLACE).prepare())
                .isInstanceOf(WrongUseException.class)
                .hasMessage("out " + location + ": is a file; give a folder");
    }

    @Test
    void a_folder_that_cannot_be_made_is_named() throws IOException {
        Path file = Files.createFile(folder.resolve("results.txt"));
        Location location = new Location("file://" + file + "/out");

        assertThatThrownBy(() -> new SparkParquetSink(location, ExistingResults.REFUSE).prepare())
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("out " + location + ": cannot be written to (")
                .hasMessageEndingWith("); let this user write there or give another --out");
    }

    @Test
    void a_local_path_is_wrong_use() {
        assertThatThrownBy(() -> new SparkParquetSink(new Location("out"), ExistingResults.REFUSE))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("out out: has no scheme; give hdfs://…, s3a://… or file://…");
    }

    @Test
    void a_scheme_without_a_file_system_is_wrong_use() {
        ResultSink sink = new SparkParquetSink(new Location("s3://bucket/out"), ExistingResults.REFUSE);

        assertThatThrownBy(sink::prepare)
                .isInstanceOf(WrongUseException.class)
                .hasMessage("out s3://bucket/out: no file system for 's3a' is on the class path; add its jar"
                        + " (hadoop-aws for s3a)");
    }

    @Test
    void credentials_in_a_location_are_refused_and_not_shown() {
        assertThatThrownBy(
                        () -> new SparkParquetSink(new Location("s3a://AKIA:hush@bucket/out"), ExistingResults.REFUSE))
                .isInstanceOf(WrongUseException.class)
                .hasMessageContaining("credentials do not belong in a location")
                .message()
                .doesNotContain("AKIA", "hush");
    }

    private ParquetMetadata footerOf(List<FeatureRow> rows) throws IOException {
        sink(ExistingResults.REFUSE).commit(List.of(write(FEATURES, 0, 0, rows)), List.of());
        org.apache.hadoop.fs.Path part = new org.apache.hadoop.fs.Path(
                ResultFiles.parts(out(), "features").get(0).toUri().getPath());
        try (ParquetFileReader reader = ParquetFileReader.open(HadoopInputFile.fromPath(part, new Configuration()))) {
            return reader.getFooter();
        }
    }
}
