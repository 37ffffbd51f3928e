package dev.fruits.aws.server;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * Passes HTTP requests on to a store, their heads as they are so that signatures hold, and breaks those that it was told
 * to break, up and down. Bodies are held in memory.
 */
public final class FaultyProxy implements AutoCloseable {
    private static final String CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n";

    /** Breaks the requests number {@code from} to {@code from + times - 1} of those that match. */
    private record Rule(String method, Pattern target, int from, int times, Fault fault, AtomicInteger seen) {
        Optional<Fault> fault(HttpMessage request) {
            if (!request.word(0).equals(method)
                    || !target.matcher(request.word(1)).find()) {
                return Optional.empty();
            }
            int number = seen.incrementAndGet();
            return number >= from && number - from < times ? Optional.of(fault) : Optional.empty();
        }
    }

    private final URI store;
    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "faulty-proxy");
        thread.setDaemon(true);
        return thread;
    });
    private final List<Rule> rules = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedQueue<HttpMessage> heads = new ConcurrentLinkedQueue<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private volatile Duration latency = Duration.ZERO;

    private FaultyProxy(URI store, ServerSocket server) {
        this.store = store;
        this.server = server;
    }

    public static FaultyProxy before(URI store) throws IOException {
        FaultyProxy proxy = new FaultyProxy(store, new ServerSocket(0, 128, InetAddress.getLoopbackAddress()));
        proxy.threads.execute(proxy::accept);
        return proxy;
    }

    /** To be used in place of the store's. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /** Breaks every matching request from now on. */
    public FaultyProxy always(String method, String target, Fault fault) {
        return fault(method, target, 1, Integer.MAX_VALUE, fault);
    }

    /**
     * Breaks some of the matching requests; the first rule that breaks a request is the one that holds.
     *
     * @param method {@code GET}
     * @param target regular expression, found anywhere in the path and query as they travel (encoded)
     * @param from number of the first, from now on, counted from 1
     * @param times how many in a row
     */
    public FaultyProxy fault(String method, String target, int from, int times, Fault fault) {
        rules.add(new Rule(method, Pattern.compile(target), from, times, fault, new AtomicInteger()));
        return this;
    }

    /** Delays every request by so much. */
    public FaultyProxy latency(Duration each) {
        latency = each;
        return this;
    }

    /** How many requests of this method, whose target holds what this regular expression finds, have come. */
    public int count(String method, String target) {
        Pattern wanted = Pattern.compile("^" + method + " .*(?:" + target + ")");
        return (int) heads.stream()
                .filter(head -> wanted.matcher(head.start()).find())
                .count();
    }

    /** The values of a header in all requests that had it. */
    public List<String> headers(String name) {
        return heads.stream()
                .map(head -> head.header(name))
                .flatMap(Optional::stream)
                .toList();
    }

    /** How many requests were here at the same time, at most. */
    public int mostAtOnce() {
        return most.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                open.add(client);
                threads.execute(() -> serve(client));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(client.getInputStream());
            OutputStream out = new BufferedOutputStream(client.getOutputStream());
            Optional<HttpMessage> request = HttpMessage.read(in);
            while (request.isPresent() && answered(request.get(), in, out, client)) {
                request = HttpMessage.read(in);
            }
        } catch (IOException | InterruptedException e) {
            // one side has gone: nobody is left to tell
        } finally {
            open.remove(client);
        }
    }

    /** False if the connection is of no use any more. */
    private boolean answered(HttpMessage request, InputStream in, OutputStream out, Socket client)
            throws IOException, InterruptedException {
        most.accumulateAndGet(now.incrementAndGet(), Math::max);
        try {
            heads.add(request);
            if (request.header("Expect").isPresent()) {
                out.write(CONTINUE.getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
            }
            byte[] body = request.body(in);
            Thread.sleep(latency.toMillis());
            return treated(request, body, out, client);
        } finally {
            now.decrementAndGet();
        }
    }

    private boolean treated(HttpMessage request, byte[] body, OutputStream out, Socket client)
            throws IOException, InterruptedException {
        Optional<Fault> fault = rules.stream()
                .map(rule -> rule.fault(request))
                .flatMap(Optional::stream)
                .findFirst();
        if (fault.isEmpty()) {
            return passedOn(request, body, out, Integer.MAX_VALUE);
        }
        if (fault.get() instanceof Fault.Answer answer) {
            write(answer, request, out);
            return true;
        }
        if (fault.get() instanceof Fault.Late late) {
            Thread.sleep(late.by().toMillis());
            return passedOn(request, body, out, Integer.MAX_VALUE);
        }
        if (fault.get() instanceof Fault.Meanwhile meanwhile) {
            meanwhile.event().run();
            return passedOn(request, body, out, Integer.MAX_VALUE);
        }
        if (fault.get() instanceof Fault.Truncated truncated) {
            return passedOn(request, body, out, truncated.bytes());
        }
        if (fault.get() instanceof Fault.LostAnswer) {
            passedOn(request, body, OutputStream.nullOutputStream(), Integer.MAX_VALUE);
        }
        client.setSoLinger(true, 0); // closes with a reset
        return false;
    }

    private boolean passedOn(HttpMessage request, byte[] body, OutputStream out, int limit) throws IOException {
        try (Socket upstream = new Socket(store.getHost(), store.getPort())) {
            upstream.setTcpNoDelay(true);
            OutputStream up = new BufferedOutputStream(upstream.getOutputStream());
            request.without("Expect")
                    .without("Connection")
                    .with("Connection: close")
                    .write(up);
            up.write(body);
            up.flush();
            InputStream down = new BufferedInputStream(upstream.getInputStream());
            HttpMessage answer = HttpMessage.read(down).orElseThrow(() -> new IOException("the store said nothing"));
            answer.without("Connection").write(out);
            boolean whole = copy(down, out, limit);
            out.flush();
            return whole
                    && (answer.isChunked() || answer.header("Content-Length").isPresent() || isEmpty(answer));
        }
    }

    private static boolean isEmpty(HttpMessage answer) {
        return answer.word(1).equals("204") || answer.word(1).equals("304");
    }

    /** False if there was more than {@code limit} bytes. */
    private static boolean copy(InputStream in, OutputStream out, int limit) throws IOException {
        out.write(in.readNBytes(limit));
        return limit == Integer.MAX_VALUE || in.read() < 0;
    }

    private static void write(Fault.Answer answer, HttpMessage request, OutputStream out) throws IOException {
        byte[] body = ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + answer.xml()).getBytes(StandardCharsets.UTF_8);
        List<String> headers = new ArrayList<>(
                List.of("Content-Type: application/xml", "x-amz-request-id: TOLD", "Content-Length: " + body.length));
        answer.headers().forEach((name, value) -> headers.add(name + ": " + value));
        new HttpMessage("HTTP/1.1 " + answer.status() + " Told", headers).write(out);
        if (!request.word(0).equals("HEAD")) {
            out.write(body);
        }
        out.flush();
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }
}
