package dev.fruits.spark.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.contract.ImageSourceContract;
import dev.fruits.core.image.ImageListing;
import dev.fruits.core.image.ImageReader;
import dev.fruits.core.image.ImageRef;
import dev.fruits.core.image.ImageSource;
import dev.fruits.core.image.Location;
import dev.fruits.core.spi.ImageSourceProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SparkImageSourceTest extends ImageSourceContract {
    @TempDir
    Path root;

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
        return new SparkImageSource(new Location("file://" + root));
    }

    @Override
    protected void remove(String path) throws IOException {
        Files.delete(root.resolve(path));
    }

    @Test
    void a_folder_that_is_not_there_is_wrong_use() {
        ImageSource missing = new SparkImageSource(new Location("file://" + root + "/missing"));

        assertThatThrownBy(missing::list)
                .isInstanceOf(WrongUseException.class)
                .hasMessage("images file://" + root + "/missing: no such folder; check the path");
    }

    @Test
    void a_file_is_wrong_use() throws IOException {
        images("a/1.jpg");
        ImageSource file = new SparkImageSource(new Location("file://" + root + "/a/1.jpg"));

        assertThatThrownBy(file::list)
                .isInstanceOf(WrongUseException.class)
                .hasMessageEndingWith("is a file, not a folder; pass the folder that holds one sub-folder per class");
    }

    @Test
    void a_machine_without_the_folder_says_so_when_a_reader_is_opened() {
        ImageSource missing = new SparkImageSource(new Location("file://" + root + "/missing"));

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
        ImageListing listing = new SparkImageSource(new Location("file://" + root + "/50% off #1 [new]/")).list();

        assertThat(paths(listing)).containsExactly("a/1.jpg");
    }

    @Test
    void sums_beside_files_are_hidden_files_as_for_any_other_program() throws IOException {
        assertThat(images("a/1.jpg", "a/.1.jpg.crc").list().ignored()).containsExactly(Map.entry("hidden file", 1L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"photos", "gs://bucket/photos"})
    void another_kind_of_location_is_wrong_use(String location) {
        assertThatThrownBy(() -> new SparkImageSource(new Location(location)))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("images " + location
                        + ": is no hdfs://, s3a://, s3:// or file:// location; check how it begins");
    }

    @Test
    void credentials_in_a_location_are_refused_and_not_shown() {
        assertThatThrownBy(() -> new SparkImageSource(new Location("s3a://KEY:SECRET@bucket/photos")))
                .isInstanceOf(WrongUseException.class)
                .hasMessageStartingWith("images s3a://…: credentials do not belong in a location")
                .hasMessageNotContaining("SECRET");
    }

    @Test
    void a_kind_of_file_system_without_its_jar_is_wrong_use() {
        assertThatThrownBy(() -> new SparkImageSource(new Location("s3://bucket/photos")).list())
                .isInstanceOf(WrongUseException.class)
                .hasMessageStartingWith("images s3://bucket/photos: no file system of this kind is on the class path")
                .hasMessageEndingWith("; add its jar: hadoop-aws for s3a");
    }

    @Test
    void its_provider_handles_what_hadoop_reads() {
        ImageSourceProvider provider = new SparkImageSourceProvider();

        assertThat(List.of("hdfs://nn/p", "s3a://b/p", "s3://b/p", "file:///p", "S3A://b/p"))
                .allMatch(location -> provider.handles(new Location(location)));
        assertThat(List.of("photos", "/photos", "memory://p"))
                .noneMatch(location -> provider.handles(new Location(location)));
        assertThat(provider.open(new Location("s3a://b/p"))).isEqualTo(new SparkImageSource(new Location("s3a://b/p")));
    }
}
