package dev.fruits.djl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.Sha256;
import dev.fruits.core.engine.ProgressListener;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.spi.ModelRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishedWeightsTest {
    private final byte[] onnx = TinyModel.onnx();
    private final FileServer server = new FileServer();

    @TempDir
    Path folder;

    PublishedWeightsTest() throws IOException {}

    @AfterEach
    void stop() {
        server.close();
    }

    static ModelCard card(byte[] onnx, String... sources) {
        ModelCard tiny = TinyModel.card(onnx);
        return new ModelCard(
                tiny.name(),
                tiny.file(),
                tiny.sha256(),
                tiny.licence(),
                tiny.origin(),
                tiny.input(),
                tiny.normalisation(),
                tiny.output(),
                new ModelCard.Facts(List.of(sources), onnx.length, 0, 0));
    }

    private FeatureExtractor open(ModelCard card, ProgressListener listener) throws IOException {
        return new DjlModelProvider(List.of(card), BundledWeights.onClassPath())
                .open(new ModelRequest("tiny", cache(), listener));
    }

    private FeatureExtractor open(String... sources) throws IOException {
        return open(card(onnx, sources), ProgressListener.SILENT);
    }

    private Path cache() {
        return folder.resolve("cache");
    }

    private Path cached() {
        return cache().resolve("tiny-" + Sha256.of(onnx).substring(0, 16) + ".onnx");
    }

    private void assertRefused(String what, String... sources) {
        assertThatThrownBy(() -> open(sources))
                .isInstanceOf(RunFailedException.class)
                .hasMessage("model tiny: " + what + "; pass --model FILE.onnx or fill " + cache()
                        + " (see ./fruits models)");
    }

    private List<Path> leftInCache() throws IOException {
        try (Stream<Path> files = Files.list(cache())) {
            return files.filter(file -> !file.toString().endsWith(".lock")).toList();
        }
    }

    @Test
    void they_are_fetched_at_first_use_and_never_again() throws IOException {
        String source = server.at("/tiny.onnx", FileServer.file(onnx));
        assertThat(open(source).dimension()).isEqualTo(TinyModel.DIMENSION);
        assertThat(cached()).hasBinaryContent(onnx);
        open(source).openSession().close();
        assertThat(server.requests()).isEqualTo(1);
        assertThat(leftInCache()).containsExactly(cached());
    }

    @Test
    void a_listener_hears_how_many_bytes_are_here() throws IOException {
        List<String> heard = Collections.synchronizedList(new ArrayList<>());
        ProgressListener listener = new ProgressListener() {
            @Override
            public void progress(String step, long done, long total) {
                heard.add(step);
            }

            @Override
            public void fetched(String file, long done, long total) {
                heard.add(file + " " + done + "/" + total);
            }
        };
        open(card(onnx, server.at("/tiny.onnx", FileServer.file(onnx))), listener);
        assertThat(heard)
                .startsWith("tiny 0/" + onnx.length)
                .endsWith("tiny " + onnx.length + "/" + onnx.length)
                .doesNotContain("");
    }

    @Test
    void a_redirect_is_followed() throws IOException {
        String elsewhere = server.at("/elsewhere", FileServer.file(onnx));
        open(server.at("/tiny.onnx", FileServer.redirect(elsewhere)));
        assertThat(cached()).hasBinaryContent(onnx);
    }

    @Test
    void the_next_source_is_asked_where_one_fails() throws IOException {
        open(
                server.at("/gone", FileServer.body(404, "text/plain", new byte[0])),
                server.at("/other", FileServer.file(TinyModel.onnx(1, 1, 12, 20, 4))),
                server.at("/tiny.onnx", FileServer.file(onnx)));
        assertThat(cached()).hasBinaryContent(onnx);
    }

    @Test
    void an_address_that_is_gone_or_a_web_page_is_named() throws IOException {
        String gone = server.at("/gone", FileServer.body(404, "text/plain", "gone".getBytes(UTF_8)));
        assertRefused("not in the cache and " + gone + " answers 404", gone);
        String page = server.at("/page", FileServer.body(200, "text/html; charset=utf-8", "<p>".getBytes(UTF_8)));
        assertRefused("not in the cache and " + page + " answers a web page", page);
        assertThat(leftInCache()).isEmpty();
    }

    @Test
    void a_body_that_breaks_off_is_not_kept() throws IOException {
        String half = server.at("/half", FileServer.half(onnx));
        assertRefused("not in the cache and " + half + " breaks off after " + onnx.length / 2 + " bytes", half);
        assertThat(leftInCache()).isEmpty();
    }

    @Test
    void another_file_than_the_recorded_one_is_never_used() throws IOException {
        byte[] other = TinyModel.onnx("M", 1, TinyModel.HEIGHT, TinyModel.WIDTH, 4);
        String source = server.at("/tiny.onnx", FileServer.file(other));
        assertRefused(
                "not in the cache and " + source + " has another file: SHA-256 " + Sha256.of(other) + " in place of "
                        + Sha256.of(onnx),
                source);
        assertThat(leftInCache()).isEmpty();
    }

    @Test
    void without_a_network_the_remedy_is_named() throws IOException {
        String nobody = server.at("/tiny.onnx", FileServer.file(onnx));
        server.close();
        assertRefused("not in the cache and no network", nobody);
        Files.write(cached(), new byte[] {1, 2, 3});
        assertRefused("damaged in the cache and no network", nobody);
    }

    @Test
    void a_damaged_file_of_the_cache_is_fetched_again() throws IOException {
        Files.write(Files.createDirectories(cache()).resolve(cached()), new byte[] {1, 2, 3});
        open(server.at("/tiny.onnx", FileServer.file(onnx)));
        assertThat(cached()).hasBinaryContent(onnx);
    }

    @Test
    void a_file_that_somebody_put_into_the_cache_is_used_without_a_network() throws IOException {
        Files.write(Files.createDirectories(cache()).resolve("tiny.onnx"), onnx);
        assertThat(open(server.at("/tiny.onnx", FileServer.file(onnx))).dimension())
                .isEqualTo(TinyModel.DIMENSION);
        assertThat(server.requests()).isZero();
    }

    @Test
    void many_at_once_fetch_once() throws Exception {
        String source = server.at("/tiny.onnx", FileServer.file(onnx));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<FeatureExtractor> opening = () -> open(source);
            for (Future<FeatureExtractor> opened : threads.invokeAll(Collections.nCopies(8, opening))) {
                assertThat(opened.get().dimension()).isEqualTo(TinyModel.DIMENSION);
            }
        } finally {
            threads.shutdown();
        }
        assertThat(server.requests()).isEqualTo(1);
    }

    @Test
    void two_processes_at_once_fetch_once() throws Exception {
        CountDownLatch bothStarted = new CountDownLatch(1);
        String source = server.at("/tiny.onnx", exchange -> {
            await(bothStarted);
            FileServer.file(onnx).to(exchange);
        });
        Path one = folder.resolve("one");
        Path two = folder.resolve("two");
        Process first = FetchingProcess.start(cache(), source, one);
        Process second = FetchingProcess.start(cache(), source, two);
        while (!(Files.exists(one) && Files.exists(two)) && (first.isAlive() || second.isAlive())) {
            Thread.sleep(10);
        }
        bothStarted.countDown();
        assertThat(first.waitFor()).isZero();
        assertThat(second.waitFor()).isZero();
        assertThat(server.requests()).isEqualTo(1);
        assertThat(cached()).hasBinaryContent(onnx);
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Test
    void a_cache_that_cannot_be_written_is_named_with_the_remedy() throws IOException {
        Files.writeString(cache(), "a file in the cache's place");
        assertThatThrownBy(() -> open(server.at("/tiny.onnx", FileServer.file(onnx))))
                .isInstanceOf(RunFailedException.class)
                .hasMessageStartingWith("model tiny: the cache " + cache() + " cannot be written (FileAlreadyExists: ")
                .hasMessageEndingWith("); set FRUITS_MODELS to a folder that can, or pass --model FILE");
    }
}
