package dev.fruits.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.aws.server.Fault;
import dev.fruits.aws.server.FaultyProxy;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.Location;
import dev.fruits.core.spi.Storage;
import dev.fruits.core.spi.StorageProvider;
import dev.fruits.core.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class S3StorageTest {
    private final String prefix = SharedServer.newPrefix();

    @TempDir
    Path folder;

    private static Storage files() throws IOException {
        return new S3Storage(SharedServer.server().settings());
    }

    private Location put(String name, int bytes) throws IOException {
        SharedServer.put(prefix + "/" + name, content(bytes));
        return SharedServer.location(prefix + "/" + name);
    }

    private static byte[] content(int bytes) {
        byte[] content = new byte[bytes];
        new Random(bytes).nextBytes(content);
        return content;
    }

    @Test
    void a_file_of_several_pieces_is_copied_whole_though_one_breaks_off() throws IOException {
        int bytes = (40 << 20) + 1;
        Location file = put("a model.onnx", bytes);
        try (FaultyProxy proxy = SharedServer.proxy()) {
            proxy.fault("GET", "model", 2, 1, new Fault.Truncated(1_000));

            boolean there = new S3Storage(SharedServer.through(proxy)).download(file, folder.resolve("copy"));

            assertThat(there).isTrue();
            assertThat(folder.resolve("copy")).hasBinaryContent(content(bytes));
            assertThat(proxy.count("GET", "model")).isEqualTo(4);
        }
    }

    @Test
    void an_empty_file_is_copied() throws IOException {
        assertThat(files().download(put("empty.yaml", 0), folder.resolve("copy")))
                .isTrue();
        assertThat(folder.resolve("copy")).isEmptyFile();
    }

    @Test
    void a_file_that_is_not_there_is_told() throws IOException {
        assertThat(files().download(SharedServer.location(prefix + "/none.yaml"), folder.resolve("copy")))
                .isFalse();
        assertThat(folder.resolve("copy")).doesNotExist();
    }

    @Test
    void a_file_that_is_replaced_meanwhile_is_not_made_of_two() throws IOException {
        Location file = put("model.onnx", 17 << 20);
        try (FaultyProxy proxy = SharedServer.proxy()) {
            proxy.fault("GET", "model", 2, 1, new Fault.Meanwhile(() -> replace("model.onnx")));

            assertThatThrownBy(() -> new S3Storage(SharedServer.through(proxy)).download(file, folder.resolve("copy")))
                    .isInstanceOf(IOException.class)
                    .hasMessage("file " + file + ": was replaced during the download; run again");
        }
    }

    private void replace(String name) {
        try {
            SharedServer.put(prefix + "/" + name, new byte[18 << 20]);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_bucket_alone_is_no_file() {
        assertThatThrownBy(() -> files().download(new Location("s3://fruits/"), folder.resolve("copy")))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("file s3://fruits: names no object; give s3://bucket/key");
    }

    @Test
    void hadoops_names_of_s3_mean_the_same_objects() throws IOException {
        put("card.json", 10);
        String path = SharedServer.location(prefix + "/card.json").text().substring("s3".length());

        for (String scheme : List.of("s3", "s3a", "s3n", "S3A")) {
            assertThat(files().download(new Location(scheme + path), folder.resolve(scheme)))
                    .isTrue();
            assertThat(folder.resolve(scheme)).hasBinaryContent(content(10));
        }
    }

    @Test
    void the_provider_connects_with_the_settings() {
        StorageProvider provider = ServiceLoader.load(StorageProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(candidate -> candidate.schemes().contains("s3"))
                .findFirst()
                .orElseThrow();
        StoreSettings settings = new StoreSettings("eu-west-3", null, null, null, null, true);
        Location photos = new Location("s3://fruits/x y");

        assertThat(provider.schemes()).containsExactlyInAnyOrder("s3", "s3a", "s3n");
        assertThat(provider.connect(settings).images(photos)).isEqualTo(new S3ImageSource(photos, settings));
        assertThat(provider.connect(settings).results(photos)).isEqualTo(new S3ResultStore(photos, settings));
    }
}
