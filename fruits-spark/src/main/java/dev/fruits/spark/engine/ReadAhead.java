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

/**
 * Reads batches of images on threads of its own while the CNN works, and gives them in their order. How far it is ahead
 * is bounded by bytes. Used by one thread.
 */
final class ReadAhead implements AutoCloseable {
    /** A batch in memory: what could be read, and what could not. */
    record Loaded(List<EncodedImage> images, List<Rejection> rejections) {}

    private record Pending(Future<Loaded> loaded, long bytes) {}

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
            Loaded loaded = first.loaded().get();
            topUp();
            return loaded;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the task was stopped");
        } catch (ExecutionException e) {
            throw failure(e);
        }
    }

    private void topUp() {
        while (batches.hasNext() && pending.size() < ahead && (pending.isEmpty() || pendingBytes < budget)) {
            List<ImageRef> batch = batches.next();
            long bytes = batch.stream().mapToLong(ImageRef::bytes).sum();
            pending.add(new Pending(threads.submit(() -> load(batch)), bytes));
            pendingBytes += bytes;
        }
    }

    private Loaded load(List<ImageRef> batch) throws IOException {
        ImageReader waiting = idle.poll();
        ImageReader reader = waiting == null ? source.openReader() : waiting;
        List<EncodedImage> images = new ArrayList<>(batch.size());
        List<Rejection> rejections = new ArrayList<>();
        try {
            for (ImageRef image : batch) {
                try {
                    images.add(reader.read(image));
                } catch (ImageRejectedException e) {
                    rejections.add(e.rejection());
                }
            }
        } finally {
            giveBack(reader);
        }
        return new Loaded(images, rejections);
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
