package dev.fruits.cli.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.cli.fake.FarStorage;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemoteCopiesTest {
    private static final RemoteCopies COPIES =
            new RemoteCopies(new Storages(List.of(new FarStorage()), StoreSettings.DEFAULT));

    @TempDir
    Path folder;

    private Path far = Path.of("");
    private Path cache = far;

    @BeforeEach
    void places() throws IOException {
        far = Files.createDirectories(folder.resolve("far"));
        cache = folder.resolve("cache");
    }

    @Test
    void a_local_file_is_used_as_it_is() throws IOException {
        Path file = folder.resolve("here.yaml");
        Path used = COPIES.with("file", file.toString(), copy -> copy);
        assertThat(used).isEqualTo(file);
    }

    @Test
    void a_file_by_url_is_copied_for_as_long_as_it_is_used() throws IOException {
        Path file = Files.writeString(far.resolve("a b%20c.yaml"), "there");
        Path copy = COPIES.with("file", FarStorage.url(file), use -> {
            assertThat(use).hasContent("there");
            return use;
        });
        assertThat(copy).doesNotExist();
    }

    @Test
    void a_file_that_is_not_there_is_refused_by_its_url() {
        String url = FarStorage.url(far.resolve("none.yaml"));
        assertThatThrownBy(() -> COPIES.with("pipeline file", url, copy -> copy))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("pipeline file " + url + ": no such file; check the URL");
        assertThatThrownBy(() -> COPIES.model(url, cache))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("model " + url + ": no such file; check the URL");
    }

    @Test
    void a_url_that_nothing_here_reads_is_refused() {
        assertThat(COPIES.handles("s3://bucket/mine.onnx")).isFalse();
        assertThatThrownBy(() -> COPIES.with("pipeline file", "s3://bucket/p.yaml", copy -> copy))
                .isInstanceOf(WrongUseException.class)
                .hasMessageStartingWith(
                        "pipeline file s3://bucket/p.yaml: scheme 's3' is not supported; supported: far://");
    }

    @Test
    void a_model_comes_with_its_card_and_is_fetched_again_each_time() throws IOException {
        Path weights = Files.writeString(far.resolve("mine.onnx"), "1");
        Path card = Files.writeString(far.resolve("mine.card.json"), "{}");
        Path copy = COPIES.model(FarStorage.url(weights), cache);
        assertThat(copy).hasFileName("mine.onnx").hasContent("1").startsWith(cache);
        assertThat(copy.resolveSibling("mine.card.json")).hasContent("{}");
        Files.writeString(weights, "2");
        Files.delete(card);
        assertThat(COPIES.model(FarStorage.url(weights), cache)).isEqualTo(copy).hasContent("2");
        assertThat(copy.getParent()).isDirectoryNotContaining("glob:**.card.json");
    }

    @Test
    void models_of_one_name_and_two_places_do_not_meet() throws IOException {
        Path one = Files.writeString(Files.createDirectories(far.resolve("1")).resolve("m.onnx"), "1");
        Path two = Files.writeString(Files.createDirectories(far.resolve("2")).resolve("m.onnx"), "2");
        Path copy = COPIES.model(FarStorage.url(one), cache);
        assertThat(COPIES.model(FarStorage.url(two), cache)).hasContent("2");
        assertThat(copy).hasContent("1");
    }
}
