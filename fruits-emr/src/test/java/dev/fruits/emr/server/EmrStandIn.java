package dev.fruits.emr.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.fruits.core.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Answers as EMR's and EMR Serverless's HTTP APIs do, and takes nothing that they would not take: method, target,
 * content type, form of the signature, every field of every request. What it refused is in {@link #faults()}.
 */
public final class EmrStandIn implements AutoCloseable {
    public static final String REGION = "eu-west-3";

    static {
        // Head and body of an answer are two packets; the second would wait 40 ms for the receipt of the first.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> faults = new CopyOnWriteArrayList<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final List<ApiRefusal> refusals = new ArrayList<>();
    private final Map<String, Runnable> happenings = new ConcurrentHashMap<>();
    private final StandInEmr emr = new StandInEmr();
    private final StandInServerless serverless = new StandInServerless();

    private volatile Consumer<String> told = line -> {};

    private EmrStandIn(HttpServer server) {
        this.server = server;
    }

    public static EmrStandIn start() throws IOException {
        return start(0);
    }

    /** On that port; 0 for any that is free. */
    public static EmrStandIn start(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        EmrStandIn standIn = new EmrStandIn(server);
        server.createContext("/", standIn::answer);
        server.setExecutor(standIn.threads);
        server.start();
        return standIn;
    }

    /**
     * For a person: stands on a port, 18080 where none is given, until it is killed, and writes what it is asked and what
     * it refuses. The second word says what clusters go through: {@code well}, {@code failed} or {@code terminated}.
     */
    public static void main(String[] words) throws IOException {
        EmrStandIn standIn = start(words.length == 0 ? 18080 : Integer.parseInt(words[0]));
        Map<String, List<Moment>> scripts = Map.of(
                "well", Moment.wellEnded(), "failed", Moment.stepFailed(), "terminated", Moment.terminatedByUser());
        standIn.script(Objects.requireNonNull(scripts.get(words.length < 2 ? "well" : words[1]), "script"));
        standIn.told = System.out::println;
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What clusters that are created from now on go through. */
    public void script(List<Moment> moments) {
        emr.script(moments);
    }

    /** What Serverless jobs that are started from now on go through: state and what is said of it. */
    public void jobScript(List<Moment> moments) {
        serverless.script(moments);
    }

    /** The next {@code times} calls of an operation, or of any where it is {@code *}, are refused. */
    public void refuse(String operation, int times, int status, String code, String message) {
        synchronized (refusals) {
            for (int i = 0; i < times; i++) {
                refusals.add(new ApiRefusal(operation, status, code, message, false));
            }
        }
    }

    /** The next call of an operation does its work, and the connection breaks before the answer. */
    public void loseAnswerOf(String operation) {
        synchronized (refusals) {
            refusals.add(new ApiRefusal(operation, 0, "", "", true));
        }
    }

    /** The next call of an operation does its work, then {@code what} happens, then the answer is sent. */
    public void beforeAnswerOf(String operation, Runnable what) {
        happenings.put(operation, what);
    }

    /** Requests that broke the protocol; no test that uses this should leave one. */
    public List<String> faults() {
        return List.copyOf(faults);
    }

    /** Operations so far, in their order. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    public long calls(String operation) {
        return calls.stream().filter(operation::equals).count();
    }

    /** The bodies of all RunJobFlow that were accepted. */
    public List<Map<String, Object>> created() {
        return emr.created();
    }

    /** The bodies of all StartJobRun that were accepted. */
    public List<Map<String, Object>> jobs() {
        return serverless.started();
    }

    /** States of all clusters now. */
    public List<String> clusterStates() {
        return emr.states();
    }

    /** Ids of all clusters, the newest first. */
    public List<String> clusterIds() {
        return emr.ids();
    }

    public List<String> applicationStates() {
        return serverless.states();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            answerOrRefuse(exchange);
        } catch (RuntimeException e) {
            faults.add(e.toString());
            throw e;
        }
    }

    private void answerOrRefuse(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        try {
            ApiCall call = ApiCall.of(exchange, body);
            calls.add(call.operation());
            told.accept(call.operation() + " " + call.path());
            ApiRefusal refusal = nextRefusal(call.operation());
            if (refusal != null && !refusal.afterwards()) {
                send(exchange, refusal.status(), refusal.body());
                return;
            }
            Map<String, Object> answer = call.isServerless() ? serverless.answer(call) : emr.answer(call);
            Optional.ofNullable(happenings.remove(call.operation())).ifPresent(Runnable::run);
            if (refusal == null) {
                send(exchange, 200, answer);
            }
        } catch (ApiException e) {
            if (e.isFault()) {
                faults.add(String.valueOf(e.getMessage()));
                told.accept("FAULT " + e.getMessage());
            }
            send(exchange, e.status(), e.body());
        }
    }

    private @Nullable ApiRefusal nextRefusal(String operation) {
        synchronized (refusals) {
            for (ApiRefusal refusal : refusals) {
                if (refusal.operation().equals("*") || refusal.operation().equals(operation)) {
                    refusals.remove(refusal);
                    return refusal;
                }
            }
            return null;
        }
    }

    private static void send(HttpExchange exchange, int status, Map<String, Object> answer) throws IOException {
        boolean serverless = exchange.getRequestURI().getPath().startsWith("/applications");
        byte[] bytes = Json.write(answer).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders()
                .set("Content-Type", serverless ? "application/json" : "application/x-amz-json-1.1");
        exchange.getResponseHeaders().set("x-amzn-RequestId", "11111111-2222-3333-4444-555555555555");
        if (status >= 400) {
            exchange.getResponseHeaders().set("x-amzn-ErrorType", String.valueOf(answer.get("__type")));
        }
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
