package dev.fruits.djl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundledWeightsTest {
    private final byte[] onnx = TinyModel.onnx();
    private final ModelCard card = TinyModel.card(onnx);

    @TempDir
    Path folder;

    private Path cache = Path.of("");

    @BeforeEach
    void weightsOnAClassPath() throws IOException {
        cache = folder.resolve("cache");
        Files.write(
                Files.createDirectories(folder.resolve("classes/dev/fruits/djl/models"))
                        .resolve("tiny.onnx"),
                onnx);
    }

    private Path file() throws IOException {
        URL classes = folder.resolve("classes").toUri().toURL();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {classes}, null)) {
            return new BundledWeights(loader)
                    .file(card, new WeightsCache(cache))
                    .orElseThrow();
        }
    }

    @Test
    void they_become_a_file_of_the_cache_that_a_model_opens_from() throws IOException {
        assertThat(file()).isEqualTo(cache.resolve("tiny-" + card.sha256().substring(0, 16) + ".onnx"));
        assertThat(file()).hasBinaryContent(onnx);
        assertThat(DjlFeatureExtractor.of(file(), card).dimension()).isEqualTo(TinyModel.DIMENSION);
        try (Stream<Path> files = Files.list(cache)) {
            assertThat(files.filter(file -> !file.toString().endsWith(".lock"))).containsExactly(file());
        }
    }

    @Test
    void a_whole_copy_stays_as_it_is_and_a_corrupt_one_is_replaced() throws IOException {
        FileTime old = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
        Files.setLastModifiedTime(file(), old);
        assertThat(Files.getLastModifiedTime(file())).isEqualTo(old);
        Files.write(cache.resolve(WeightsCache.nameOf(card)), new byte[] {1, 2, 3});
        assertThat(file()).hasBinaryContent(onnx);
    }

    @Test
    void there_is_none_where_the_class_path_has_none() throws IOException {
        assertThat(new BundledWeights(ClassLoader.getPlatformClassLoader()).file(card, new WeightsCache(cache)))
                .isEmpty();
        assertThat(new BundledWeights(ClassLoader.getPlatformClassLoader()).has(card))
                .isFalse();
        assertThat(cache).doesNotExist();
    }
}
