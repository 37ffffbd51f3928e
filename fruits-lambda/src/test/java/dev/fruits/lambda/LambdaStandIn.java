package dev.fruits.lambda;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Lambda's runtime API on 127.0.0.1, as far as a Java function uses it: gives events out one by one, takes answers.
 *
 * <p>Source: AWS Lambda Developer Guide, "Using the Lambda runtime API".
 */
final class LambdaStandIn implements AutoCloseable {
    private static final String RUNTIME = "/2018-06-01/runtime/";
    private static final long PATIENCE_S = 120;

    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    /**
     * What became of an event, or of the start.
     *
     * @param kind {@code response}, {@code error} or {@code init/error}
     */
    record Outcome(String kind, String text) {}

    LambdaStandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(RUNTIME, this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** For {@code AWS_LAMBDA_RUNTIME_API}. */
    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Has the function answer an event, and waits for it. */
    Outcome invoke(String event) throws InterruptedException {
        events.add(event);
        return outcome();
    }

    /** Waits for the next answer. */
    Outcome outcome() throws InterruptedException {
        Outcome outcome = outcomes.poll(PATIENCE_S, TimeUnit.SECONDS);
        if (outcome == null) {
            throw new AssertionError("the function has not answered in " + PATIENCE_S + " s");
        }
        return outcome;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(RUNTIME.length());
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (path.equals("invocation/next")) {
            give(exchange);
        } else {
            send(exchange, 202, "{\"status\":\"OK\"}");
            outcomes.add(
                    new Outcome(path.startsWith("init/") ? path : path.substring(path.lastIndexOf('/') + 1), body));
        }
    }

    private void give(HttpExchange exchange) throws IOException {
        try {
            String event = events.take();
            exchange.getResponseHeaders().set("Lambda-Runtime-Aws-Request-Id", "8476a536-e9f4-11e8-9739-2dfe598c3fcd");
            exchange.getResponseHeaders().set("Lambda-Runtime-Deadline-Ms", "4102444800000");
            exchange.getResponseHeaders()
                    .set(
                            "Lambda-Runtime-Invoked-Function-Arn",
                            "arn:aws:lambda:eu-west-3:123456789012:function:fruits");
            send(exchange, 200, event);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            exchange.close();
        }
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
