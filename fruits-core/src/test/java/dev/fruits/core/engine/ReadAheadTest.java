package dev.fruits.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.contract.BrokenSource;
import dev.fruits.core.contract.MemoryImages;
import dev.fruits.core.image.EncodedImage;
import dev.fruits.core.image.ImageListing;
import dev.fruits.core.image.ImageReader;
import dev.fruits.core.image.ImageRef;
import dev.fruits.core.image.ImageRejectedException;
import dev.fruits.core.image.ImageSource;
import dev.fruits.core.image.Location;
import dev.fruits.core.image.Rejection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadAheadTest {
    private static final MemoryImages IMAGES = new MemoryImages(1, 40, 7);
    private static final int LOTS = 1_000_000;

    @Test
    void batches_come_in_order_each_with_its_rejections() throws IOException {
        List<String> images = new ArrayList<>();
        List<String> rejected = new ArrayList<>();
        try (ReadAhead reading = new ReadAhead(IMAGES, batches(4), 3, LOTS)) {
            for (Optional<ReadAhead.Batch> next = reading.next(); next.isPresent(); next = reading.next()) {
                try (ReadAhead.Batch batch = next.get()) {
                    assertThat(batch.images().size() + batch.rejections().size())
                            .isEqualTo(4);
                    batch.images().forEach(image -> images.add(image.ref().path()));
                    batch.rejections().stream().map(Rejection::path).forEach(rejected::add);
                }
            }
        }
        assertThat(images).isSorted().hasSize(34);
        assertThat(rejected).isSorted().hasSize(6);
    }

    @Test
    void a_batch_beyond_the_budget_is_in_memory_alone() throws IOException {
        Counting source = new Counting();
        try (ReadAhead reading = new ReadAhead(source, batches(4), 3, 1)) {
            try (ReadAhead.Batch first = reading.next().orElseThrow()) {
                assertThat(first.images()).isNotEmpty();
                assertThat(source.reads).hasValue(4);
            }
            assertThat(reading.next()).isPresent();
            assertThat(source.reads).hasValue(8);
        }
    }

    @Test
    void a_thread_waits_until_another_closes_its_batch() throws Exception {
        try (ReadAhead reading = new ReadAhead(IMAGES, batches(4), 3, 1)) {
            ReadAhead.Batch first = reading.next().orElseThrow();
            CountDownLatch received = new CountDownLatch(1);
            Thread other = new Thread(() -> {
                try {
                    reading.next();
                    received.countDown();
                } catch (IOException e) {
                    // the count stays
                }
            });
            other.start();
            assertThat(received.await(100, TimeUnit.MILLISECONDS)).isFalse();

            first.close();
            assertThat(received.await(20, TimeUnit.SECONDS)).isTrue();
            other.join();
        }
    }

    @Test
    void every_reader_is_closed() throws Exception {
        Counting source = new Counting();
        try (ReadAhead reading = new ReadAhead(source, batches(4), 3, LOTS)) {
            reading.next().orElseThrow().close();
        }
        for (int i = 0; i < 200 && source.open.get() > 0; i++) {
            Thread.sleep(10); // a reader in use is closed by its own thread
        }
        assertThat(source.opened).hasPositiveValue();
        assertThat(source.open).hasValue(0);
    }

    @Test
    void a_source_that_fails_is_reported_with_its_own_message() throws IOException {
        BrokenSource broken = new BrokenSource();
        Iterator<List<ImageRef>> whole = List.of(broken.list().images()).iterator();
        try (ReadAhead reading = new ReadAhead(broken, whole, 3, LOTS)) {
            assertThatThrownBy(reading::next)
                    .isInstanceOf(IOException.class)
                    .hasMessage("bucket fruits: access denied");
        }
    }

    private static Iterator<List<ImageRef>> batches(int size) {
        List<ImageRef> images = IMAGES.list().images();
        return IntStream.range(0, images.size() / size)
                .mapToObj(i -> images.subList(i * size, i * size + size))
                .iterator();
    }

    /** Counts what is read and which readers are open. */
    private static final class Counting implements ImageSource {
        private static final long serialVersionUID = 1L;

        private final transient AtomicInteger reads = new AtomicInteger();
        private final transient AtomicInteger opened = new AtomicInteger();
        private final transient AtomicInteger open = new AtomicInteger();

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
            opened.incrementAndGet();
            open.incrementAndGet();
            ImageReader reader = IMAGES.openReader();
            return new ImageReader() {
                @Override
                public EncodedImage read(ImageRef ref) throws IOException, ImageRejectedException {
                    reads.incrementAndGet();
                    return reader.read(ref);
                }

                @Override
                public void close() {
                    open.decrementAndGet();
                }
            };
        }
    }
}
