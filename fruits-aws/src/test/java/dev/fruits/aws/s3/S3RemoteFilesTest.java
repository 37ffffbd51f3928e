package dev.fruits.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.aws.server.Fault;
import dev.fruits.aws.server.FaultyProxy;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.Location;
import dev.fruits.core.spi.RemoteFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class S3RemoteFilesTest {
    private final String prefix = SharedServer.newPrefix();

    @TempDir
    Path folder;

    private static RemoteFiles files() throws IOException {
        return new S3RemoteFiles().reaching(SharedServer.server().settings());
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

            boolean there =
                    new S3RemoteFiles().reaching(SharedServer.through(proxy)).fetch(file, folder.resolve("copy"));

            assertThat(there).isTrue();
            assertThat(folder.resolve("copy")).hasBinaryContent(content(bytes));
            assertThat(proxy.count("GET", "model")).isEqualTo(4);
        }
    }

    @Test
    void an_empty_file_is_copied() throws IOException {
        assertThat(files().fetch(put("empty.yaml", 0), folder.resolve("copy"))).isTrue();
        assertThat(folder.resolve("copy")).isEmptyFile();
    }

    @Test
    void a_file_that_is_not_there_is_told() throws IOException {
        assertThat(files().fetch(SharedServer.location(prefix + "/none.yaml"), folder.resolve("copy")))
                .isFalse();
        assertThat(folder.resolve("copy")).doesNotExist();
    }

    @Test
    void a_file_that_is_replaced_meanwhile_is_not_made_of_two() throws IOException {
        Location file = put("model.onnx", 17 << 20);
        try (FaultyProxy proxy = SharedServer.proxy()) {
            proxy.fault("GET", "model", 2, 1, new Fault.Meanwhile(() -> replace("model.onnx")));

            assertThatThrownBy(() -> new S3RemoteFiles()
                            .reaching(SharedServer.through(proxy))
                            .fetch(file, folder.resolve("copy")))
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
        assertThatThrownBy(() -> files().fetch(new Location("s3://fruits/"), folder.resolve("copy")))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("file s3://fruits: names no object; give s3://bucket/key");
    }

    @Test
    void it_handles_s3_alone() throws IOException {
        assertThat(files().handles(new Location("s3://fruits/model.onnx"))).isTrue();
        assertThat(files().handles(new Location("https://fruits/model.onnx"))).isFalse();
        assertThat(files().handles(new Location("model.onnx"))).isFalse();
    }
}
