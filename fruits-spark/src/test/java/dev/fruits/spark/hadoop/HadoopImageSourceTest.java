package dev.fruits.spark.hadoop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.contract.ImageSourceContract;
import dev.fruits.core.image.ImageListing;
import dev.fruits.core.image.ImageReader;
import dev.fruits.core.image.ImageRef;
import dev.fruits.core.image.ImageSource;
import dev.fruits.core.image.Location;
import dev.fruits.core.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HadoopImageSourceTest extends ImageSourceContract {
    @TempDir
    Path root;

    @TempDir
    Path events;

    @Override
    protected ImageSource source(Map<String, byte[]> files) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = root.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        return sameSource();
    }

    @Override
    protected ImageSource sameSource() {
        return source("file://" + root);
    }

    @Override
    protected void remove(String path) throws IOException {
        Files.delete(root.resolve(path));
    }

    @Test
    void a_folder_that_is_not_there_is_wrong_use() {
        ImageSource missing = source("file://" + root + "/missing");

        assertThatThrownBy(missing::list)
                .isInstanceOf(WrongUseException.class)
                .hasMessage("images file://" + root + "/missing: no such folder; check the path");
    }

    @Test
    void a_file_is_wrong_use() throws IOException {
        images("a/1.jpg");
        ImageSource file = source("file://" + root + "/a/1.jpg");

        assertThatThrownBy(file::list)
                .isInstanceOf(WrongUseException.class)
                .hasMessageEndingWith("is a file, not a folder; pass the folder that holds one sub-folder per class");
    }

    @Test
    void a_machine_without_the_folder_says_so_when_a_reader_is_opened() {
        ImageSource missing = source("file://" + root + "/missing");

        assertThatThrownBy(missing::openReader)
                .isInstanceOf(IOException.class)
                .hasMessage("images file://" + root + "/missing: this machine does not have the folder; put the images"
                        + " where every machine sees them (hdfs://, s3://), or at this path on every machine");
    }

    @Test
    void a_folder_that_is_gone_ends_the_run_and_rejects_no_image() throws Exception {
        ImageSource source = images("a/1.jpg");
        ImageRef image = source.list().images().get(0);
        try (ImageReader reader = source.openReader()) {
            remove("a/1.jpg");
            Files.delete(root.resolve("a"));
            Files.delete(root);

            assertThatThrownBy(() -> reader.read(image)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void the_root_may_hold_any_letter_and_end_with_a_slash() throws IOException {
        images("50% off #1 [new]/a/1.jpg");
        ImageListing listing = source("file://" + root + "/50% off #1 [new]/").list();

        assertThat(paths(listing)).containsExactly("a/1.jpg");
    }

    @Test
    void sums_beside_files_are_hidden_files_as_for_any_other_program() throws IOException {
        assertThat(images("a/1.jpg", "a/.1.jpg.crc").list().ignored()).containsExactly(Map.entry("hidden file", 1L));
    }

    @Test
    void a_local_path_is_wrong_use() {
        assertThatThrownBy(() -> source("photos"))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("images photos: has no scheme; give hdfs://…, s3a://… or file:///…");
    }

    @Test
    void credentials_in_a_location_are_refused_and_not_shown() {
        assertThatThrownBy(() -> source("s3a://KEY:SECRET@bucket/photos"))
                .isInstanceOf(WrongUseException.class)
                .hasMessageStartingWith("images s3a://…: credentials do not belong in a location")
                .hasMessageNotContaining("SECRET");
    }

    @Test
    void a_kind_of_file_system_without_its_jar_is_wrong_use() {
        assertThatThrownBy(() -> source("s3://bucket/photos").list())
                .isInstanceOf(WrongUseException.class)
                .hasMessage("images s3://bucket/photos: no file system for 's3a' is on the class path; add its jar"
                        + " (hadoop-aws for s3a)");
    }

    @Test
    void listing_a_local_folder_starts_no_process() throws Exception {
        ImageSource source = images("a/1.jpg", "a/2.jpg", "b/c/3.jpg");
        Path recorded = events.resolve("processes.jfr");
        try (Recording recording = new Recording()) {
            recording.enable("jdk.ProcessStart");
            recording.start();
            new ProcessBuilder("true").start().waitFor();

            assertThat(paths(source.list())).containsExactly("a/1.jpg", "a/2.jpg", "b/c/3.jpg");

            recording.stop();
            recording.dump(recorded);
        }
        assertThat(RecordingFile.readAllEvents(recorded))
                .extracting(event -> event.getString("command"))
                .containsExactly("true");
    }

    private static ImageSource source(String location) {
        return new HadoopImageSource(new Location(location), StoreSettings.DEFAULT);
    }
}
