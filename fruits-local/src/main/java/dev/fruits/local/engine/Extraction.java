package dev.fruits.local.engine;

import dev.fruits.core.engine.ExtractionCounts;
import dev.fruits.core.engine.ExtractionOptions;
import dev.fruits.core.engine.ReadAhead;
import dev.fruits.core.engine.StepProgress;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One extraction: workers run the CNN on batches of images that are read ahead, and store the features. */
final class Extraction {
    static final String STEP = "Extract features";
    private static final int NO_SLOT = -1;

    private final ImageSource source;
    private final List<ImageRef> images;
    private final FeatureExtractor extractor;
    private final ExtractionOptions options;
    private final FeatureCheckpoint checkpoint;
    /** Slot of the features of each image, or {@link #NO_SLOT}; each element is written by one thread. */
    private final int[] slots;

    private final Map<String, Integer> indexByPath = new HashMap<>();
    private final List<Rejection> rejections = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger cnnRuns = new AtomicInteger();
    private final StepProgress progress;
    private int reused;

    Extraction(
            ImageSource source,
            List<ImageRef> images,
            FeatureExtractor extractor,
            ExtractionOptions options,
            FeatureCheckpoint checkpoint) {
        this.source = source;
        this.images = images;
        this.extractor = extractor;
        this.options = options;
        this.checkpoint = checkpoint;
        this.progress = new StepProgress(options.listener(), STEP, images.size());
        this.slots = new int[images.size()];
        Arrays.fill(slots, NO_SLOT);
        for (int i = 0; i < slots.length; i++) {
            indexByPath.put(images.get(i).path(), i);
        }
    }

    /** Takes over what a killed or finished run left behind. */
    void reuse() throws IOException {
        for (int i = 0; i < slots.length; i++) {
            slots[i] = checkpoint.recovered(images.get(i)).orElse(NO_SLOT);
        }
        try (Stream<FeatureRow> rows = options.earlier().rows(extractor.model())) {
            for (FeatureRow row : (Iterable<FeatureRow>) rows::iterator) {
                Integer index = indexByPath.get(row.path());
                if (index != null
                        && slots[index] == NO_SLOT
                        && options.earlier().isReusable(images.get(index))) {
                    slots[index] = checkpoint.append(images.get(index), row.vector());
                }
            }
        }
        reused = (int) IntStream.of(slots).filter(slot -> slot != NO_SLOT).count();
        progress.add(reused);
    }

    /** Runs until every image has features or a rejection; the first failure of the system ends it. */
    void run(ExecutorService workers, int workerCount) throws IOException {
        int readers = Math.max(2 * workerCount, source.concurrentReads());
        try (ReadAhead reading = new ReadAhead(source, batches(), readers, ReadAhead.heapShare());
                TaskGroup tasks = new TaskGroup()) {
            for (int i = 0; reused < slots.length && i < workerCount; i++) {
                tasks.start(workers, () -> work(reading));
            }
            tasks.await();
        }
    }

    /** The images without features, in the order of the listing. */
    private Iterator<List<ImageRef>> batches() {
        int[] todo = IntStream.range(0, slots.length)
                .filter(i -> slots[i] == NO_SLOT)
                .toArray();
        return IntStream.iterate(0, from -> from < todo.length, from -> from + options.batch())
                .mapToObj(from -> IntStream.range(from, Math.min(todo.length, from + options.batch()))
                        .mapToObj(i -> images.get(todo[i]))
                        .toList())
                .iterator();
    }

    private void work(ReadAhead reading) throws IOException {
        try (ExtractionSession session = extractor.openSession()) {
            Optional<ReadAhead.Batch> next = reading.next();
            while (next.isPresent()) {
                try (ReadAhead.Batch batch = next.get()) {
                    store(batch, session);
                }
                next = reading.next();
            }
        }
    }

    private void store(ReadAhead.Batch batch, ExtractionSession session) {
        batch.rejections().forEach(this::reject);
        List<EncodedImage> read = batch.images();
        List<ExtractionOutcome> outcomes = read.isEmpty() ? List.of() : session.extract(read);
        if (outcomes.size() != read.size()) {
            throw new IllegalStateException(outcomes.size() + " outcomes for a batch of " + read.size());
        }
        List<FeatureRow> rows = new ArrayList<>(read.size());
        outcomes.forEach(outcome -> outcome.deliver(rows::add, this::reject));
        for (FeatureRow row : rows) {
            int index = Objects.requireNonNull(indexByPath.get(row.path()), row.path());
            slots[index] = checkpoint.append(images.get(index), row.vector());
        }
        cnnRuns.addAndGet(rows.size());
        progress.add(read.size() + batch.rejections().size());
    }

    private void reject(Rejection rejection) {
        rejections.add(rejection);
        if (rejection.stage() == Stage.EXTRACT) {
            cnnRuns.incrementAndGet();
        }
    }

    /** What came of it. */
    ExtractedFeatures finished() {
        int[] rows = IntStream.range(0, slots.length)
                .filter(i -> slots[i] != NO_SLOT)
                .toArray();
        List<Rejection> sorted = rejections.stream().sorted(Rejection.BY_PATH).toList();
        return new ExtractedFeatures(
                IntStream.of(rows).mapToObj(images::get).toList(),
                IntStream.of(rows).mapToObj(i -> slots[i]).toList(),
                checkpoint,
                sorted,
                new ExtractionCounts(cnnRuns.get(), reused));
    }
}
