package dev.fruits.aws.s3;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Requests that run at the same time, on threads of their own until this is closed. */
final class ParallelRequests implements AutoCloseable {
    /** One request, or several in a row. */
    @FunctionalInterface
    interface Request<A, B> {
        B of(A input) throws IOException;
    }

    private final ExecutorService threads;

    ParallelRequests(int atOnce) {
        threads = Executors.newFixedThreadPool(atOnce, task -> {
            Thread thread = new Thread(task, "fruits-s3");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * The result of each input, in their order.
     *
     * @throws IOException the first failure by the order of the inputs; close this then
     */
    <A, B> List<B> all(List<A> inputs, Request<A, B> request) throws IOException {
        List<Future<B>> running = new ArrayList<>(inputs.size());
        inputs.forEach(input -> running.add(threads.submit(() -> request.of(input))));
        List<B> results = new ArrayList<>(inputs.size());
        for (Future<B> future : running) {
            results.add(result(future));
        }
        return results;
    }

    private static <B> B result(Future<B> future) throws IOException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the requests were stopped");
        } catch (ExecutionException e) {
            throw failure(Objects.requireNonNull(e.getCause()));
        }
    }

    private static IOException failure(Throwable cause) {
        if (cause instanceof RuntimeException runtime) {
            throw runtime;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof IOException io ? io : new IOException(cause);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
