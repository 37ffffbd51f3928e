package dev.fruits.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.contract.RunResultsContract;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.image.Location;
import dev.fruits.core.sink.Document;
import dev.fruits.core.sink.ExistingResults;
import dev.fruits.core.sink.PartitionWriter;
import dev.fruits.core.sink.RunResults;
import dev.fruits.core.sink.WriteReceipt;
import dev.fruits.local.store.LocalResultStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParquetResultsTest extends RunResultsContract {
    private static final String REMEDY = "; make this run again with --overwrite, or copy it again";

    @TempDir
    Path folder;

    @Override
    protected RunResults results(List<List<FeatureRow>> parts, List<Document> documents) throws IOException {
        ParquetSink sink = new ParquetSink(new LocalResultStore(location()), ExistingResults.REPLACE);
        List<WriteReceipt> receipts = new ArrayList<>();
        for (List<FeatureRow> rows : parts) {
            try (PartitionWriter writer = sink.openWriter(FEATURES, receipts.size(), 0)) {
                for (FeatureRow row : rows) {
                    writer.write(row);
                }
                receipts.add(writer.finish());
            }
        }
        sink.commit(receipts, documents);
        return ParquetResults.of(new LocalResultStore(location()));
    }

    private Path out() {
        return folder.resolve("out of 'été'");
    }

    private Location location() {
        return new Location(out().toString());
    }

    /** A finished run whose features are still to be put there, as another engine leaves them. */
    private RunResults foreign() throws IOException {
        Files.createDirectories(out().resolve("features"));
        Files.createFile(out().resolve("_SUCCESS"));
        Files.createFile(out().resolve("features/_SUCCESS"));
        Files.writeString(out().resolve("features/.part-00000-1b2c.c000.snappy.parquet.crc"), "crc");
        return ParquetResults.of(new LocalResultStore(location()));
    }

    private Path part(String name) {
        return out().resolve("features").resolve(name);
    }

    @ParameterizedTest
    @CsvSource({
        "snappy, V1",
        "zstd, V1",
        "gzip, V1",
        "lz4_raw, V1",
        "uncompressed, V1",
        "snappy, V2",
        "zstd, V2",
    })
    void reads_what_duckdb_wrote(String compression, String version) throws IOException {
        RunResults results = foreign();
        List<FeatureRow> rows = ForeignParts.byDuckDb(
                part("part-00000-1b2c.c000.parquet"), 0, 5000, """
                FORMAT parquet, COMPRESSION '%s', PARQUET_VERSION '%s', ROW_GROUP_SIZE 2048
                """.formatted(compression, version));

        assertThat(ParquetFiles.footer(part("part-00000-1b2c.c000.parquet")).getBlocks())
                .hasSize(3);
        assertThat(results.rowCount(FEATURES)).isEqualTo(5000);
        assertThat(read(results, FEATURES)).isEqualTo(rows);
    }

    @Test
    void reads_several_foreign_parts_in_the_order_of_their_names() throws IOException {
        RunResults results = foreign();
        List<FeatureRow> rows = new ArrayList<>();
        rows.addAll(ForeignParts.byDuckDb(part("part-00000-1b2c.c000.snappy.parquet"), 0, 100, "FORMAT parquet"));
        rows.addAll(ForeignParts.byDuckDb(part("part-00001-1b2c.c000.snappy.parquet"), 100, 250, "FORMAT parquet"));

        assertThat(read(results, FEATURES)).isEqualTo(rows);
    }

    /** As Spark writes by default, with its legacy format, as old Avro writers did, and with columns in another order. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "optional binary path (STRING); optional binary label (STRING);"
                        + " optional group features (LIST) { repeated group list { optional float element; } }",
                "optional binary path (STRING); optional binary label (STRING);"
                        + " optional group features (LIST) { repeated group bag { optional float array; } }",
                "required binary path (STRING); required binary label (STRING);"
                        + " required group features (LIST) { repeated float array; }",
                "required int64 size; required group features (LIST) { repeated group list { required float element; } }"
                        + " required binary label (STRING); required binary path (STRING);"
            })
    void reads_every_layout_of_a_list_with_pages_of_both_versions(String columns) throws IOException {
        RunResults results = foreign();
        List<FeatureRow> rows = rows(1, 700);
        MessageType schema = MessageTypeParser.parseMessageType("message spark_schema { " + columns + " }");
        ForeignParts.byParquet(part("part-1.parquet"), schema, WriterVersion.PARQUET_1_0, rows);
        ForeignParts.byParquet(part("part-2.parquet"), schema, WriterVersion.PARQUET_2_0, rows);

        List<FeatureRow> twice = new ArrayList<>(rows);
        twice.addAll(rows);
        assertThat(read(results, FEATURES)).isEqualTo(twice);
        assertThat(ForeignParts.dataPageTypes(part("part-1.parquet"))).containsOnly("DATA_PAGE");
        assertThat(ForeignParts.dataPageTypes(part("part-2.parquet"))).containsOnly("DATA_PAGE_V2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            SELECT 'a' AS path, 'b' AS label                             | has no column 'features', only path, label
            SELECT 1 AS path, 'b' AS label, [1.5::FLOAT] AS features     | column 'path' is not text
            SELECT 'a' AS path, 'b' AS label, 1.5::FLOAT AS features     | column 'features' is not a list of floats
            SELECT 'a' AS path, 'b' AS label, [1.5::DOUBLE] AS features  | column 'features' is not a list of floats
            SELECT 'a' AS path, 'b' AS label, [[1.5::FLOAT]] AS features | column 'features' is not a list of floats
            SELECT NULL::TEXT AS path, 'b' AS label, [1.5::FLOAT] AS features | a row has no path
            """)
    void other_columns_are_named(String query, String reason) throws IOException {
        RunResults results = foreign();
        ForeignParts.query(part("part-0.parquet"), query, "FORMAT parquet");

        assertUnreadable(results, part("part-0.parquet"), reason);
    }

    @Test
    void another_compression_is_named() throws IOException {
        RunResults results = foreign();
        ForeignParts.byDuckDb(part("part-0.parquet"), 0, 10, "FORMAT parquet, COMPRESSION 'brotli'");

        assertUnreadable(
                results,
                part("part-0.parquet"),
                "is compressed with BROTLI; read here: UNCOMPRESSED, ZSTD, SNAPPY, LZ4_RAW, GZIP");
    }

    @Test
    void a_truncated_or_overwritten_part_is_named() throws IOException {
        RunResults results = foreign();
        Path part = part("part-0.parquet");
        ForeignParts.byDuckDb(part, 0, 1000, "FORMAT parquet, COMPRESSION 'snappy'");
        byte[] whole = Files.readAllBytes(part);

        Files.write(part, Arrays.copyOf(whole, whole.length / 2));
        assertUnreadable(results, part, "is not a complete Parquet file");

        ColumnChunkMetaData vectors = ParquetFiles.footer(Files.write(part, whole))
                .getBlocks()
                .get(0)
                .getColumns()
                .get(2);
        byte[] broken = whole.clone();
        Arrays.fill(broken, (int) vectors.getStartingPos() + 40, (int) vectors.getStartingPos() + 400, (byte) 0xff);
        Files.write(part, broken);
        assertThatThrownBy(() -> read(results, FEATURES))
                .isInstanceOf(RunFailedException.class)
                .hasMessageStartingWith("features " + part + ": cannot be read (")
                .hasMessageEndingWith(")" + REMEDY)
                .hasMessageNotContaining("\n");
    }

    private void assertUnreadable(RunResults results, Path part, String reason) {
        assertThatThrownBy(() -> read(results, FEATURES))
                .isInstanceOf(RunFailedException.class)
                .hasMessage("features " + part + ": cannot be read (" + reason + ")" + REMEDY);
    }

    @Test
    void a_folder_without_a_finished_run_is_wrong_use() throws IOException {
        assertRefused("no such folder; check the path");

        Files.createDirectories(out());
        assertRefused("holds no _SUCCESS; give the folder that ./fruits run wrote its results to");

        Files.writeString(out().resolve("manifest.json"), "{}");
        assertRefused("holds no _SUCCESS, so its results may not be whole; make the run again with --resume");
    }

    @Test
    void a_file_is_wrong_use() throws IOException {
        Files.createFile(out());

        assertRefused("is a file; give the folder with the results of a run");
    }

    private void assertRefused(String reason) {
        assertThatThrownBy(() -> ParquetResults.of(new LocalResultStore(location())))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("run " + out() + ": " + reason);
    }
}
