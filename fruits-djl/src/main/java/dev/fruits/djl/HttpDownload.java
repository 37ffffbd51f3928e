package dev.fruits.djl;

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
import org.jspecify.annotations.Nullable;

/** Fetches files over HTTP, through the proxy that the JVM is told of, and along redirects. */
final class HttpDownload {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int BUFFER = 1 << 16;
    private static final int OK = 200;

    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(PATIENCE)
            .proxy(ProxySelector.getDefault())
            .build();

    /** Hears how many bytes are here, of how many; 0 where the server does not say. */
    @FunctionalInterface
    interface Meter {
        void fetched(long bytes, long total);
    }

    /** Why a file is not to be had; the message says what the address did. */
    static final class NotHadException extends Exception {
        private final boolean unreachable;

        NotHadException(String message, boolean unreachable, @Nullable Throwable cause) {
            super(message, cause);
            this.unreachable = unreachable;
        }

        /** Whether nobody answered at all. */
        boolean isUnreachable() {
            return unreachable;
        }
    }

    /**
     * Writes what is at {@code source} to {@code file} and returns its SHA-256.
     *
     * @throws NotHadException if the server cannot be reached, refuses, answers a web page or breaks off
     * @throws IOException if the file cannot be written
     */
    String fetch(URI source, Path file, Meter meter) throws NotHadException, IOException {
        HttpResponse<InputStream> answer = ask(source);
        String type = answer.headers().firstValue("Content-Type").orElse("");
        try (InputStream body = answer.body()) {
            if (answer.statusCode() != OK) {
                throw new NotHadException("answers " + answer.statusCode(), false, null);
            }
            if (type.startsWith("text/html")) {
                throw new NotHadException("answers a web page", false, null);
            }
            return store(
                    body, answer.headers().firstValueAsLong("Content-Length").orElse(0), file, meter);
        }
    }

    private HttpResponse<InputStream> ask(URI source) throws NotHadException {
        HttpRequest request = HttpRequest.newBuilder(source).timeout(PATIENCE).build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (ConnectException | HttpTimeoutException e) {
            throw new NotHadException("cannot be reached", true, e);
        } catch (IOException e) {
            throw new NotHadException("fails (" + e.getMessage() + ")", false, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunFailedException("download " + source + ": interrupted; run again", e);
        }
    }

    private static String store(InputStream body, long total, Path file, Meter meter)
            throws NotHadException, IOException {
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[BUFFER];
        long bytes = 0;
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
            meter.fetched(0, total);
            for (int read = read(body, buffer, bytes); read >= 0; read = read(body, buffer, bytes)) {
                out.write(buffer, 0, read);
                bytes += read;
                meter.fetched(bytes, total);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static int read(InputStream body, byte[] buffer, long bytes) throws NotHadException {
        try {
            return body.read(buffer);
        } catch (IOException e) {
            throw new NotHadException("breaks off after " + bytes + " bytes", false, e);
        }
    }
}
