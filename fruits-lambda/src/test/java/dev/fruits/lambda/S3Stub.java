package dev.fruits.lambda;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** GET of S3 on 127.0.0.1: objects by {@code /bucket/key}; below {@code /forbidden/} nothing may be read. */
final class S3Stub implements AutoCloseable {
    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    private final HttpServer server;

    S3Stub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    S3Stub with(String bucket, String key, byte[] bytes) {
        objects.put("/" + bucket + "/" + key, bytes);
        return this;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] bytes = objects.get(path);
        exchange.getResponseHeaders().set("x-amz-request-id", "4442587FB7D0A2F9");
        if (path.startsWith("/forbidden/")) {
            send(exchange, 403, error("AccessDenied", "Access Denied"));
        } else if (bytes == null) {
            send(exchange, 404, error("NoSuchKey", "The specified key does not exist."));
        } else {
            send(exchange, 200, bytes);
        }
    }

    private static byte[] error(String code, String message) {
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>" + code + "</Code><Message>" + message
                        + "</Message><RequestId>4442587FB7D0A2F9</RequestId></Error>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void send(HttpExchange exchange, int status, byte[] bytes) throws IOException {
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        } catch (IOException e) {
            // the reader had enough
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
