package dev.fruits.local.engine;

import dev.fruits.core.image.EncodedImage;
import dev.fruits.core.image.ImageReader;
import dev.fruits.core.image.ImageRef;
import dev.fruits.core.image.ImageRejectedException;
import dev.fruits.core.image.ImageSource;
import dev.fruits.core.image.Rejection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Reads the images of a batch beside each other, so that few batches in memory are enough to keep a slow source busy.
 * Safe for many threads.
 */
final class BatchReading implements AutoCloseable {
    private final ImageSource source;
    private final ExecutorService threads;
    private final Consumer<Rejection> rejected;
    /** Readers that no thread uses at the moment. */
    private final ConcurrentLinkedQueue<ImageReader> idle = new ConcurrentLinkedQueue<>();

    /**
     * Reads nothing yet.
     *
     * @param threads that read, ended by {@link #close}
     * @param rejected hears of images that cannot be read, on any of these threads
     */
    BatchReading(ImageSource source, ExecutorService threads, Consumer<Rejection> rejected) {
        this.source = source;
        this.threads = threads;
        this.rejected = rejected;
    }

    /** The images that could be read, in their order; the first failure of the source is thrown. */
    List<EncodedImage> read(List<ImageRef> batch) throws IOException, InterruptedException {
        List<Future<Optional<EncodedImage>>> reads = new ArrayList<>(batch.size());
        batch.forEach(ref -> reads.add(threads.submit(() -> read(ref))));
        List<EncodedImage> images = new ArrayList<>(batch.size());
        try {
            for (Future<Optional<EncodedImage>> read : reads) {
                read.get().ifPresent(images::add);
            }
        } catch (ExecutionException e) {
            throw TaskGroup.rethrown(e);
        }
        return images;
    }

    private Optional<EncodedImage> read(ImageRef ref) throws IOException {
        ImageReader waiting = idle.poll();
        ImageReader reader = waiting == null ? source.openReader() : waiting;
        try {
            return Optional.of(reader.read(ref));
        } catch (ImageRejectedException e) {
            rejected.accept(e.rejection());
            return Optional.empty();
        } finally {
            idle.add(reader);
        }
    }

    /** Stops what is being read and waits for its end. */
    @Override
    public void close() throws IOException {
        threads.shutdownNow();
        try {
            threads.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (ImageReader reader = idle.poll(); reader != null; reader = idle.poll()) {
            reader.close();
        }
    }
}
