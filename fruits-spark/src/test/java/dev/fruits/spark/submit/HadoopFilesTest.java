package dev.fruits.spark.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HadoopFilesTest {
    private final HadoopFiles files = new HadoopFiles();

    @TempDir
    Path folder;

    @Test
    void file_systems_of_hadoop_are_handled_and_nothing_else() {
        assertThat(files.handles(new Location("s3a://bucket/p.yaml"))).isTrue();
        assertThat(files.handles(new Location("s3://bucket/p.yaml"))).isTrue();
        assertThat(files.handles(new Location("hdfs://host:1/p.yaml"))).isTrue();
        assertThat(files.handles(new Location("p.yaml"))).isFalse();
        assertThat(files.handles(new Location("https://host/p.yaml"))).isFalse();
    }

    @Test
    void a_file_is_copied_whatever_its_name() throws IOException {
        Path there = Files.writeString(folder.resolve("a b%20c.yaml"), "text");
        Path here = folder.resolve("here");
        assertThat(files.fetch(new Location("file://" + there), here)).isTrue();
        assertThat(here).hasContent("text");
    }

    @Test
    void a_file_that_is_not_there_is_told() throws IOException {
        Path here = folder.resolve("here");
        assertThat(files.fetch(new Location("file://" + folder.resolve("none")), here))
                .isFalse();
        assertThat(here).doesNotExist();
    }

    @Test
    void a_bucket_is_no_file() {
        assertThatThrownBy(() -> files.fetch(new Location("s3a://bucket"), folder.resolve("here")))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("s3a://bucket: names no file");
    }
}
