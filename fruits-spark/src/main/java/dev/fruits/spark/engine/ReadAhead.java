package dev.fruits.spark.engine;

import dev.fruits.core.image.EncodedImage;
import dev.fruits.core.image.ImageReader;
import dev.fruits.core.image.ImageRef;
import dev.fruits.core.image.ImageRejectedException;
import dev.fruits.core.image.ImageSource;
import dev.fruits.core.image.Rejection;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Reads images on threads of its own while the CNN works, and gives them in batches, in their order. How far it is ahead
 * is bounded by bytes. Used by one thread.
 */
final class ReadAhead implements AutoCloseable {
    /** A batch in memory: what could be read, and what could not. */
    record Loaded(List<EncodedImage> images, List<Rejection> rejections) {}

    /** One of the two is there. */
    private record Read(
            @Nullable EncodedImage image, @Nullable Rejection rejection) {}

    private record Pending(List<Future<Read>> reads, long bytes) {}

    private final ImageSource source;
    private final Iterator<List<ImageRef>> batches;
    private final long budget;
    private final int ahead;
    private final ExecutorService threads;
    /** Readers that no thread uses at the moment. */
    private final ConcurrentLinkedQueue<ImageReader> idle = new ConcurrentLinkedQueue<>();

    private final Deque<Pending> pending = new ArrayDeque<>();
    private long pendingBytes;

    /**
     * Starts with the first call of {@link #next}.
     *
     * @param readers how many threads read
     * @param budget bytes of encoded images that may wait; one batch may always
     */
    ReadAhead(ImageSource source, Iterator<List<ImageRef>> batches, int readers, long budget) {
        this.source = source;
        this.batches = batches;
        this.budget = budget;
        this.ahead = readers + 1;
        this.threads = Executors.newFixedThreadPool(readers, task -> {
            Thread thread = new Thread(task, "fruits-read");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** The next batch; to be called as often as there are batches. */
    Loaded next() throws IOException {
        topUp();
        Pending first = pending.remove();
        pendingBytes -= first.bytes();
        try {
            Loaded loaded = loaded(first.reads());
            topUp();
            return loaded;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the task was stopped");
        } catch (ExecutionException e) {
            throw failure(e);
        }
    }

    private static Loaded loaded(List<Future<Read>> reads) throws InterruptedException, ExecutionException {
        List<EncodedImage> images = new ArrayList<>(reads.size());
        List<Rejection> rejections = new ArrayList<>();
        for (Future<Read> future : reads) {
            Read read = future.get();
            if (read.image() != null) {
                images.add(read.image());
            }
            if (read.rejection() != null) {
                rejections.add(read.rejection());
            }
        }
        return new Loaded(images, rejections);
    }

    private void topUp() {
        while (batches.hasNext() && pending.size() < ahead && (pending.isEmpty() || pendingBytes < budget)) {
            List<ImageRef> batch = batches.next();
            List<Future<Read>> reads = new ArrayList<>(batch.size());
            batch.forEach(image -> reads.add(threads.submit(() -> read(image))));
            long bytes = batch.stream().mapToLong(ImageRef::bytes).sum();
            pending.add(new Pending(reads, bytes));
            pendingBytes += bytes;
        }
    }

    private Read read(ImageRef image) throws IOException {
        ImageReader waiting = idle.poll();
        ImageReader reader = waiting == null ? source.openReader() : waiting;
        try {
            return new Read(reader.read(image), null);
        } catch (ImageRejectedException e) {
            return new Read(null, e.rejection());
        } finally {
            giveBack(reader);
        }
    }

    private void giveBack(ImageReader reader) throws IOException {
        if (threads.isShutdown()) {
            reader.close();
        } else {
            idle.add(reader);
        }
    }

    private static IOException failure(ExecutionException e) {
        Throwable cause = e.getCause();
        if (cause instanceof RuntimeException runtime) {
            throw runtime;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof IOException io ? io : new IOException(cause);
    }

    /** Waits for nobody: a reader that is in use is closed by its own thread. */
    @Override
    public void close() throws IOException {
        threads.shutdownNow();
        for (ImageReader reader = idle.poll(); reader != null; reader = idle.poll()) {
            reader.close();
        }
    }
}
