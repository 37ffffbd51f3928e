package dev.fruits.local.engine;

import dev.fruits.core.engine.ExtractionCounts;
import dev.fruits.core.engine.ExtractionOptions;
import dev.fruits.core.feature.ExtractionOutcome;
import dev.fruits.core.feature.ExtractionSession;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.image.EncodedImage;
import dev.fruits.core.image.ImageRef;
import dev.fruits.core.image.ImageSource;
import dev.fruits.core.image.Rejection;
import dev.fruits.core.image.Stage;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One extraction: readers fill a bounded queue with batches of encoded images, workers take them through the CNN into
 * the spill. Memory is that of the queue, whatever the number of images.
 */
final class Extraction {
    static final String STEP = "Extract features";
    private static final int NO_SLOT = -1;
    private static final Batch END = new Batch(List.of(), 0);

    /** Encoded images on their way to the CNN; {@code kib} of the memory budget are theirs until they are stored. */
    private record Batch(List<EncodedImage> images, int kib) {
        boolean isEnd() {
            return kib == 0;
        }
    }

    private final ImageSource source;
    private final List<ImageRef> images;
    private final FeatureExtractor extractor;
    private final ExtractionOptions options;
    private final FeatureSpill spill;
    /** Slot of the features of each image, or {@link #NO_SLOT}; each element is written by one thread. */
    private final int[] slots;

    private final Map<String, Integer> indexByPath = new HashMap<>();
    private final List<Rejection> rejections = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger cnnRuns = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger nextBatch = new AtomicInteger();
    private final MemoryBudget memory = MemoryBudget.ofHeapShare();
    private int reused;

    Extraction(
            ImageSource source,
            List<ImageRef> images,
            FeatureExtractor extractor,
            ExtractionOptions options,
            FeatureSpill spill) {
        this.source = source;
        this.images = images;
        this.extractor = extractor;
        this.options = options;
        this.spill = spill;
        this.slots = new int[images.size()];
        Arrays.fill(slots, NO_SLOT);
        for (int i = 0; i < slots.length; i++) {
            indexByPath.put(images.get(i).path(), i);
        }
    }

    /** Takes over what a killed or finished run left behind. */
    void reuse() throws IOException {
        for (int i = 0; i < slots.length; i++) {
            slots[i] = spill.recovered(images.get(i)).orElse(NO_SLOT);
        }
        Instant extractedAfter = options.earlier().extractedAfter();
        try (Stream<FeatureRow> rows = options.earlier().rows(extractor.model())) {
            for (FeatureRow row : (Iterable<FeatureRow>) rows::iterator) {
                Integer index = indexByPath.get(row.path());
                if (index != null && slots[index] == NO_SLOT && unchanged(images.get(index), extractedAfter)) {
                    slots[index] = spill.append(images.get(index), row.vector());
                }
            }
        }
        reused = (int) IntStream.of(slots).filter(slot -> slot != NO_SLOT).count();
        done.set(reused);
    }

    private static boolean unchanged(ImageRef ref, Instant extractedAfter) {
        return ref.modified().isBefore(extractedAfter);
    }

    /**
     * Runs until every image has features or a rejection; the first failure of the system ends it.
     *
     * @param workers threads for the CNN, each with a session
     * @param loaders threads that put batches together
     * @param requests threads that read single images; ended here
     */
    void run(
            ExecutorService workers,
            int workerCount,
            ExecutorService loaders,
            int loaderCount,
            ExecutorService requests)
            throws IOException {
        int[] todo = IntStream.range(0, slots.length)
                .filter(i -> slots[i] == NO_SLOT)
                .toArray();
        BlockingQueue<Batch> queue = new LinkedBlockingQueue<>(2 * workerCount);
        AtomicInteger openLoaders = new AtomicInteger(loaderCount);
        try (BatchReading reading = new BatchReading(source, requests, this::rejectUnread);
                TaskGroup tasks = new TaskGroup()) {
            for (int i = 0; todo.length > 0 && i < loaderCount; i++) {
                tasks.start(loaders, () -> {
                    load(todo, reading, queue);
                    if (openLoaders.decrementAndGet() == 0) {
                        queue.put(END);
                    }
                });
            }
            for (int i = 0; todo.length > 0 && i < workerCount; i++) {
                tasks.start(workers, () -> work(queue));
            }
            tasks.await();
        }
    }

    private void load(int[] todo, BatchReading reading, BlockingQueue<Batch> queue)
            throws IOException, InterruptedException {
        int from = nextBatch.getAndIncrement() * options.batch();
        while (from < todo.length) {
            List<ImageRef> refs = IntStream.range(from, Math.min(todo.length, from + options.batch()))
                    .mapToObj(i -> images.get(todo[i]))
                    .toList();
            int kib = memory.acquire(refs.stream().mapToLong(ImageRef::bytes).sum());
            queue.put(new Batch(reading.read(refs), kib));
            from = nextBatch.getAndIncrement() * options.batch();
        }
    }

    private void rejectUnread(Rejection rejection) {
        reject(rejection);
        progressed(1);
    }

    private void work(BlockingQueue<Batch> queue) throws IOException, InterruptedException {
        try (ExtractionSession session = extractor.openSession()) {
            Batch batch = queue.take();
            while (!batch.isEnd()) {
                if (!batch.images().isEmpty()) {
                    store(batch.images(), session.extract(batch.images()));
                }
                memory.release(batch.kib());
                batch = queue.take();
            }
            queue.put(END); // for the next worker
        }
    }

    private void store(List<EncodedImage> batch, List<ExtractionOutcome> outcomes) {
        if (outcomes.size() != batch.size()) {
            throw new IllegalStateException(outcomes.size() + " outcomes for a batch of " + batch.size());
        }
        List<FeatureRow> rows = new ArrayList<>(batch.size());
        outcomes.forEach(outcome -> outcome.deliver(rows::add, this::reject));
        for (FeatureRow row : rows) {
            int index = Objects.requireNonNull(indexByPath.get(row.path()), row.path());
            slots[index] = spill.append(images.get(index), row.vector());
        }
        cnnRuns.addAndGet(rows.size());
        progressed(batch.size());
    }

    private void reject(Rejection rejection) {
        rejections.add(rejection);
        if (rejection.stage() == Stage.EXTRACT) {
            cnnRuns.incrementAndGet();
        }
    }

    private void progressed(int count) {
        options.listener().progress(STEP, done.addAndGet(count), images.size());
    }

    /** What came of it. */
    ExtractedFeatures finished() {
        int[] rows = IntStream.range(0, slots.length)
                .filter(i -> slots[i] != NO_SLOT)
                .toArray();
        List<Rejection> sorted = rejections.stream().sorted(Rejection.BY_PATH).toList();
        return new ExtractedFeatures(images, rows, slots, spill, sorted, new ExtractionCounts(cnnRuns.get(), reused));
    }
}
