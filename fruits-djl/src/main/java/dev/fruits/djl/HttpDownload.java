package dev.fruits.djl;

import dev.fruits.core.DaemonThreads;
import dev.fruits.core.RunFailedException;
import dev.fruits.core.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Downloads files over HTTP, through the proxy of the JVM, and along redirects. The server has 30 seconds to answer, and as
 * many for each next piece of the file.
 */
final class HttpDownload {
    private static final Duration TIME_LIMIT = Duration.ofSeconds(30);
    private static final int BUFFER = 1 << 16;
    private static final int OK = 200;

    private final Duration timeLimit;
    private final HttpClient client;

    HttpDownload() {
        this(TIME_LIMIT);
    }

    HttpDownload(Duration timeLimit) {
        this.timeLimit = timeLimit;
        this.client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(timeLimit)
                .proxy(ProxySelector.getDefault())
                .build();
    }

    /** Receives the bytes so far, and of the whole file; 0 if the server does not say. */
    @FunctionalInterface
    interface Meter {
        void downloaded(long bytes, long total);
    }

    /** Why a file cannot be downloaded; the message says what the address did. */
    static final class DownloadException extends Exception {
        DownloadException(String message, @Nullable Throwable cause) {
            super(message, cause);
        }

        /** Whether there was no answer at all. */
        boolean isUnreachable() {
            return getCause() instanceof ConnectException || getCause() instanceof HttpTimeoutException;
        }
    }

    /**
     * Downloads {@code source} to {@code file} and returns its SHA-256.
     *
     * @throws DownloadException if the server cannot be reached, rejects the request, answers a web page, breaks off or
     *     stalls
     * @throws IOException if the file cannot be written
     */
    String download(URI source, Path file, Meter meter) throws DownloadException, IOException {
        HttpResponse<InputStream> answer = ask(source);
        String type = answer.headers().firstValue("Content-Type").orElse("");
        try (InputStream body = answer.body()) {
            if (answer.statusCode() != OK) {
                throw new DownloadException("answers " + answer.statusCode(), null);
            }
            if (type.startsWith("text/html")) {
                throw new DownloadException("answers a web page", null);
            }
            return store(
                    body, answer.headers().firstValueAsLong("Content-Length").orElse(0), file, meter);
        }
    }

    private HttpResponse<InputStream> ask(URI source) throws DownloadException {
        HttpRequest request = HttpRequest.newBuilder(source).timeout(timeLimit).build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (ConnectException | HttpTimeoutException e) {
            throw new DownloadException("cannot be reached", e);
        } catch (IOException e) {
            throw new DownloadException("fails (" + e.getMessage() + ")", e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private String store(InputStream body, long total, Path file, Meter meter) throws DownloadException, IOException {
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[BUFFER];
        long bytes = 0;
        ExecutorService reading = DaemonThreads.pool("fruits-download", 1);
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
            meter.downloaded(0, total);
            for (int read = read(reading, body, buffer, bytes); read >= 0; read = read(reading, body, buffer, bytes)) {
                out.write(buffer, 0, read);
                bytes += read;
                meter.downloaded(bytes, total);
            }
        } finally {
            reading.shutdownNow();
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** On a thread of its own, as a blocking read has no time limit. */
    private int read(ExecutorService reading, InputStream body, byte[] buffer, long bytes) throws DownloadException {
        try {
            return reading.submit(() -> body.read(buffer)).get(timeLimit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new DownloadException("breaks off after " + bytes + " bytes", e);
        } catch (TimeoutException e) {
            throw new DownloadException("stalls after " + bytes + " bytes, for " + timeLimit.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static RunFailedException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new RunFailedException("download: interrupted; run again", e);
    }
}
