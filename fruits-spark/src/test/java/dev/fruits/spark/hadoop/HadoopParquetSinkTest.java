package dev.fruits.spark.hadoop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.contract.ResultSinkContract;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.image.Location;
import dev.fruits.core.sink.Dataset;
import dev.fruits.core.sink.Document;
import dev.fruits.core.sink.ExistingResults;
import dev.fruits.core.sink.ResultSink;
import dev.fruits.core.sink.WriteReceipt;
import dev.fruits.core.store.StoreSettings;
import dev.fruits.parquet.ParquetSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without any Spark session: as an engine on one machine uses it. */
class HadoopParquetSinkTest extends ResultSinkContract {
    @TempDir
    Path folder;

    @Override
    protected ResultSink sink(ExistingResults existing) {
        return new ParquetSink(new HadoopResultStore(location(), StoreSettings.DEFAULT), existing);
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
}
