package dev.fruits.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.Sha256;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class HttpDownloadTest {
    private static final byte[] CONTENT = new byte[300_000];

    @TempDir
    Path folder;

    @Test
    void a_file_is_stored_and_its_checksum_returned() throws Exception {
        Path file = folder.resolve("file");
        try (FileServer server = new FileServer()) {
            String sha256 = new HttpDownload()
                    .download(
                            URI.create(server.at("/file", FileServer.file(CONTENT))),
                            file,
                            (bytes, total) -> assertThat(total).isEqualTo(CONTENT.length));

            assertThat(sha256).isEqualTo(Sha256.of(CONTENT));
            assertThat(Files.readAllBytes(file)).isEqualTo(CONTENT);
        }
    }

    @Test
    @Timeout(20)
    void a_body_that_stalls_ends_the_download_after_the_time_limit() throws IOException {
        try (FileServer server = new FileServer()) {
            URI source = URI.create(server.at("/stalled", FileServer.stalled(CONTENT)));
            HttpDownload download = new HttpDownload(Duration.ofSeconds(1));

            assertThatThrownBy(() -> download.download(source, folder.resolve("file"), (bytes, total) -> {}))
                    .isInstanceOf(HttpDownload.DownloadException.class)
                    .hasMessage("stalls after 150000 bytes, for 1 s");
        }
    }
}
