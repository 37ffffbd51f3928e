package dev.fruits.spark.hadoop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.contract.ResultStoreContract;
import dev.fruits.core.image.Location;
import dev.fruits.core.sink.ResultStore;
import dev.fruits.core.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without any Spark session: as an engine on one machine uses it. */
class HadoopResultStoreTest extends ResultStoreContract {
    @TempDir
    Path folder;

    @Override
    protected ResultStore store() {
        return store("file://" + out());
    }

    @Override
    protected List<String> entries() throws IOException {
        return ResultFiles.entries(out());
    }

    @Override
    protected void putForeign(String name, byte[] bytes) throws IOException {
        Files.createDirectories(out().resolve(name).getParent());
        Files.write(out().resolve(name), bytes);
    }

    @Test
    void a_location_without_results_is_told_apart_from_a_file() throws IOException {
        Path file = Files.createFile(folder.resolve("results.txt"));

        assertThatThrownBy(store("file:///nowhere")::requireFinished)
                .isInstanceOf(WrongUseException.class)
                .hasMessage("run file:///nowhere: no such folder; check the path");
        assertThatThrownBy(store("file://" + file)::requireFinished)
                .isInstanceOf(WrongUseException.class)
                .hasMessage("run file://" + file + ": is a file; give the folder with the results of a run");
        assertThatThrownBy(store("file://" + file)::prepare)
                .isInstanceOf(WrongUseException.class)
                .hasMessage("out file://" + file + ": is a file; give a folder");
    }

    @Test
    void a_folder_that_cannot_be_made_is_named() throws IOException {
        Path file = Files.createFile(folder.resolve("results.txt"));

        assertThatThrownBy(store("file://" + file + "/out")::prepare)
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("out file://" + file + "/out: cannot be written to (")
                .hasMessageEndingWith("); let this user write there or give another --out");
    }

    @Test
    void a_local_path_is_wrong_use() {
        assertThatThrownBy(() -> store("out"))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("out out: has no scheme; give hdfs://…, s3a://… or file:///…");
    }

    @Test
    void a_scheme_without_a_file_system_is_wrong_use() {
        assertThatThrownBy(store("s3://bucket/out")::prepare)
                .isInstanceOf(WrongUseException.class)
                .hasMessage("out s3://bucket/out: no file system for 's3a' is on the class path; add its jar"
                        + " (hadoop-aws for s3a)");
    }

    @Test
    void credentials_in_a_location_are_refused_and_not_shown() {
        assertThatThrownBy(() -> store("s3a://AKIA:hush@bucket/out"))
                .isInstanceOf(WrongUseException.class)
                .hasMessageContaining("credentials do not belong in a location")
                .message()
                .doesNotContain("AKIA", "hush");
    }

    @Test
    void settings_of_the_store_are_part_of_its_value() {
        StoreSettings other = StoreSettings.DEFAULT.inRegion("eu-west-1");

        assertThat(new HadoopResultStore(store().location(), other)).isNotEqualTo(store());
    }

    private Path out() {
        return folder.resolve("out of 'été' #1 %20");
    }

    private static ResultStore store(String location) {
        return new HadoopResultStore(new Location(location), StoreSettings.DEFAULT);
    }
}
