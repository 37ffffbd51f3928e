package dev.fruits.spark.hadoop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.Location;
import dev.fruits.core.spi.Storage;
import dev.fruits.core.spi.StorageProvider;
import dev.fruits.core.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HadoopStorageTest {
    private final Storage files = new HadoopStorageProvider().connect(StoreSettings.DEFAULT);

    @TempDir
    Path folder;

    @Test
    void the_provider_has_the_schemes_of_hadoop_and_of_its_configuration() {
        StorageProvider provider =
                ServiceLoader.load(StorageProvider.class).findFirst().orElseThrow();

        assertThat(provider.schemes())
                .contains("file", "hdfs", "s3", "s3a", "s3n", "abfs")
                .doesNotContain("", "memory", "https");
        assertThat(provider.isNativeTo("spark")).isTrue();
        assertThat(provider.isNativeTo("local")).isFalse();
    }

    @Test
    void images_and_results_are_reached_with_the_settings() {
        StoreSettings settings = StoreSettings.DEFAULT.inRegion("eu-west-3");
        Location photos = new Location("s3a://bucket/photos");
        Storage storage = new HadoopStorageProvider().connect(settings);

        assertThat(storage.images(photos)).isEqualTo(new HadoopImageSource(photos, settings));
        assertThat(storage.results(photos)).isEqualTo(new HadoopResultStore(photos, settings));
        assertThat(storage.residency()).isEmpty();
    }

    @Test
    void a_file_is_copied_whatever_its_name() throws IOException {
        Path there = Files.writeString(folder.resolve("a b%20c.yaml"), "text");
        Path here = folder.resolve("here");
        assertThat(files.download(new Location("file://" + there), here)).isTrue();
        assertThat(here).hasContent("text");
    }

    @Test
    void a_file_that_is_not_there_is_told() throws IOException {
        Path here = folder.resolve("here");
        assertThat(files.download(new Location("file://" + folder.resolve("none")), here))
                .isFalse();
        assertThat(here).doesNotExist();
    }

    @Test
    void a_bucket_is_no_file() {
        assertThatThrownBy(() -> files.download(new Location("s3a://bucket"), folder.resolve("here")))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("file s3a://bucket: names no file; give its whole path");
    }
}
