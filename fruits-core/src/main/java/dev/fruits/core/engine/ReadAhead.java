package dev.fruits.core.engine;

import dev.fruits.core.DaemonThreads;
import dev.fruits.core.Failures;
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
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Reads images on threads of its own while the CNN computes, and returns them in batches, in their order. The encoded
 * bytes in memory are bounded, whatever the number of images. Safe for many threads.
 */
public final class ReadAhead implements AutoCloseable {
    /** A batch in memory; its share of the budget is free again when it is closed. */
    public final class Batch implements AutoCloseable {
        private final List<EncodedImage> images = new ArrayList<>();
        private final List<Rejection> rejections = new ArrayList<>();
        private final long bytes;

        private Batch(long bytes) {
            this.bytes = bytes;
        }

        /** The images that were read, in their order. */
        public List<EncodedImage> images() {
            return images;
        }

        /** The images that cannot be read, in their order. */
        public List<Rejection> rejections() {
            return rejections;
        }

        @Override
        public void close() {
            release(bytes);
        }
    }

    /** One of the two is present. */
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
    /** Of all batches that are pending or in use. */
    private long bytesInMemory;

    /**
     * Starts with the first call of {@link #next}.
     *
     * @param batches read by one thread at a time
     * @param readers how many threads read
     * @param budget no other batch is read while this many encoded bytes are in memory
     */
    public ReadAhead(ImageSource source, Iterator<List<ImageRef>> batches, int readers, long budget) {
        this.source = source;
        this.batches = batches;
        this.budget = budget;
        this.ahead = readers + 1;
        this.threads = DaemonThreads.pool("fruits-read", readers);
    }

    /** As many bytes of the heap as encoded images may take: decoded pixels, tensors and matrices need the rest. */
    public static long heapShare() {
        return Runtime.getRuntime().maxMemory() / 8;
    }

    /**
     * The next batch, or empty after the last. Each thread closes its batch before it asks for another.
     *
     * @throws IOException if the source fails, or the thread is interrupted
     */
    public Optional<Batch> next() throws IOException {
        try {
            Optional<Pending> next = take();
            return next.isEmpty() ? Optional.empty() : Optional.of(read(next.get()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the run was interrupted");
        }
    }

    private synchronized Optional<Pending> take() throws InterruptedException {
        topUp();
        while (pending.isEmpty() && batches.hasNext()) {
            wait(); // for memory
            topUp();
        }
        Optional<Pending> first = Optional.ofNullable(pending.poll());
        topUp();
        return first;
    }

    private void topUp() {
        while (batches.hasNext() && pending.size() < ahead && (bytesInMemory == 0 || bytesInMemory < budget)) {
            List<ImageRef> batch = batches.next();
            List<Future<Read>> reads = new ArrayList<>(batch.size());
            batch.forEach(image -> reads.add(threads.submit(() -> read(image))));
            long bytes = batch.stream().mapToLong(ImageRef::bytes).sum();
            pending.add(new Pending(reads, bytes));
            bytesInMemory += bytes;
        }
    }

    private synchronized void release(long bytes) {
        bytesInMemory -= bytes;
        notifyAll();
    }

    private Batch read(Pending pending) throws IOException, InterruptedException {
        Batch batch = new Batch(pending.bytes());
        try {
            for (Future<Read> future : pending.reads()) {
                Read read = future.get();
                if (read.image() != null) {
                    batch.images.add(read.image());
                }
                if (read.rejection() != null) {
                    batch.rejections.add(read.rejection());
                }
            }
            return batch;
        } catch (ExecutionException e) {
            throw Failures.ofTask(e);
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
            idle.add(reader);
            if (threads.isShutdown()) {
                closeIdleReaders();
            }
        }
    }

    private void closeIdleReaders() throws IOException {
        for (ImageReader reader = idle.poll(); reader != null; reader = idle.poll()) {
            reader.close();
        }
    }

    /** Does not wait: a reader in use is closed by its own thread. */
    @Override
    public void close() throws IOException {
        threads.shutdownNow();
        closeIdleReaders();
    }
}
