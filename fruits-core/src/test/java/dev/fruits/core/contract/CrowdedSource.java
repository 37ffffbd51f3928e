package dev.fruits.core.contract;

import dev.fruits.core.image.EncodedImage;
import dev.fruits.core.image.ImageListing;
import dev.fruits.core.image.ImageReader;
import dev.fruits.core.image.ImageRef;
import dev.fruits.core.image.ImageRejectedException;
import dev.fruits.core.image.ImageSource;
import dev.fruits.core.image.Location;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Wants so many reads at once and answers none before they are there, as a slow network would; whoever reads with fewer
 * is answered late. Counted for this JVM.
 */
record CrowdedSource(int concurrentReads) implements ImageSource {
    private static final MemoryImages IMAGES = new MemoryImages(5, 20, 0);
    private static final int PATIENCE_SECONDS = 20;
    private static final AtomicInteger NOW = new AtomicInteger();
    private static final AtomicInteger MOST = new AtomicInteger();
    private static volatile CountDownLatch crowd = new CountDownLatch(1);

    static void forget() {
        MOST.set(0);
        crowd = new CountDownLatch(1);
    }

    static int mostAtOnce() {
        return MOST.get();
    }

    @Override
    public Location location() {
        return IMAGES.location();
    }

    @Override
    public ImageListing list() {
        return IMAGES.list();
    }

    @Override
    public ImageReader openReader() {
        ImageReader memory = IMAGES.openReader();
        return new ImageReader() {
            @Override
            public EncodedImage read(ImageRef ref) throws IOException, ImageRejectedException {
                enter();
                try {
                    return memory.read(ref);
                } finally {
                    NOW.decrementAndGet();
                }
            }

            @Override
            public void close() throws IOException {
                memory.close();
            }
        };
    }

    private void enter() throws InterruptedIOException {
        int now = NOW.incrementAndGet();
        if (MOST.accumulateAndGet(now, Math::max) >= concurrentReads) {
            crowd.countDown();
        }
        try {
            if (!crowd.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                crowd.countDown(); // nobody else need wait
            }
        } catch (InterruptedException e) {
            throw new InterruptedIOException("stopped");
        }
    }
}
