package dev.fruits.aws.s3;

import dev.fruits.core.DaemonThreads;
import dev.fruits.core.Failures;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
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
        threads = DaemonThreads.pool("fruits-s3", atOnce);
    }

    /**
     * The result of each input, in their order. After a failure no further request begins; when this returns or throws,
     * none is running any more.
     *
     * @throws IOException the first failure
     */
    <A, B> List<B> all(List<A> inputs, Request<A, B> request) throws IOException {
        CompletableFuture<B> failure = new CompletableFuture<>();
        List<Callable<B>> calls = inputs.stream()
                .map(input -> (Callable<B>) () -> failure.isDone() ? failure.join() : send(request, input, failure))
                .toList();
        try {
            List<B> results = new ArrayList<>(inputs.size());
            for (Future<B> done : threads.invokeAll(calls)) {
                results.add(failure.isDone() ? failure.get() : done.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the requests were stopped");
        } catch (ExecutionException e) {
            throw Failures.ofTask(e);
        }
    }

    private static <A, B> B send(Request<A, B> request, A input, CompletableFuture<B> failure) throws IOException {
        try {
            return request.of(input);
        } catch (IOException | RuntimeException | Error e) {
            failure.completeExceptionally(e);
            throw e;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
