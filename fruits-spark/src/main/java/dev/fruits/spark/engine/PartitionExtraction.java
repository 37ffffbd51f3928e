package dev.fruits.spark.engine;

import dev.fruits.core.engine.ReadAhead;
import dev.fruits.core.feature.ExtractionOutcome;
import dev.fruits.core.feature.ExtractionSession;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.image.EncodedImage;
import dev.fruits.core.image.ImageRef;
import dev.fruits.core.image.Rejection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Extracts the features of one slice, block by block as Spark requests them. Used by one thread. */
final class PartitionExtraction implements Iterator<ExtractedBlock>, AutoCloseable {
    /** Images of a block whose features are all reused. */
    private static final int REUSED_BLOCK = 64;

    private final ExtractionTask task;
    private final ImageSlice slice;
    private final Iterator<List<ImageRef>> blocks;
    private final ReadAhead reading;
    private @Nullable ExtractionSession session;

    PartitionExtraction(ExtractionTask task, ImageSlice slice) {
        this.task = task;
        this.slice = slice;
        List<List<ImageRef>> cut = cut(slice, task.batch());
        this.blocks = cut.iterator();
        this.reading = new ReadAhead(
                task.source(),
                cut.stream().map(this::notReused).iterator(),
                task.readersHere(),
                ReadAhead.heapShare() / ExtractionTask.tasksHere());
    }

    /** Blocks of neighbouring images, each with at most one batch for the CNN. */
    private static List<List<ImageRef>> cut(ImageSlice slice, int batch) {
        List<List<ImageRef>> blocks = new ArrayList<>();
        List<ImageRef> block = new ArrayList<>();
        int inBatch = 0;
        for (ImageRef image : slice.images()) {
            block.add(image);
            inBatch += slice.earlier().containsKey(image.path()) ? 0 : 1;
            if (inBatch == batch || block.size() == Math.max(batch, REUSED_BLOCK)) {
                blocks.add(block);
                block = new ArrayList<>();
                inBatch = 0;
            }
        }
        if (!block.isEmpty()) {
            blocks.add(block);
        }
        return blocks;
    }

    private List<ImageRef> notReused(List<ImageRef> block) {
        return block.stream()
                .filter(image -> !slice.earlier().containsKey(image.path()))
                .toList();
    }

    @Override
    public boolean hasNext() {
        return blocks.hasNext();
    }

    @Override
    public ExtractedBlock next() {
        long began = System.nanoTime();
        try (ReadAhead.Batch batch = reading.next().orElseThrow()) {
            List<Rejection> rejections = new ArrayList<>(batch.rejections());
            Map<String, FeatureRow> rows = new HashMap<>();
            outcomes(batch.images())
                    .forEach(outcome -> outcome.deliver(row -> rows.put(row.path(), row), rejections::add));
            ExtractedBlock block = block(blocks.next(), rows, rejections);
            task.metrics().add(batch.images().size(), rejections.size(), System.nanoTime() - began);
            return block;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ExtractedBlock block(List<ImageRef> images, Map<String, FeatureRow> computed, List<Rejection> rejections) {
        List<FeatureRow> rows = new ArrayList<>();
        for (ImageRef image : images) {
            ReusableRows.Row earlier = slice.earlier().get(image.path());
            FeatureRow row = earlier == null ? computed.get(image.path()) : earlier.row();
            if (row != null) {
                rows.add(row);
            }
        }
        int reused = rows.size() - computed.size();
        return new ExtractedBlock(
                FeatureBlock.of(rows, task.dimension()), new ExtractedCounts(rows.size(), reused, rejections));
    }

    private List<ExtractionOutcome> outcomes(List<EncodedImage> images) throws IOException {
        if (images.isEmpty()) {
            return List.of();
        }
        if (session == null) {
            session = task.model().unpacked().openSession();
        }
        List<ExtractionOutcome> outcomes = session.extract(images);
        if (outcomes.size() != images.size()) {
            throw new IllegalStateException(outcomes.size() + " outcomes for a batch of " + images.size());
        }
        return outcomes;
    }

    @Override
    public void close() throws IOException {
        try (reading) {
            if (session != null) {
                session.close();
            }
        }
    }
}
