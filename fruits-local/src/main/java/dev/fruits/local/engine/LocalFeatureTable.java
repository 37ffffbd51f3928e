package dev.fruits.local.engine;

import dev.fruits.core.engine.Aggregation;
import dev.fruits.core.engine.ExtractionCounts;
import dev.fruits.core.engine.FeatureTable;
import dev.fruits.core.engine.ProgressListener;
import dev.fruits.core.engine.StepProgress;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.feature.Projection;
import dev.fruits.core.image.Rejection;
import dev.fruits.core.sink.Dataset;
import dev.fruits.core.sink.PartitionWriter;
import dev.fruits.core.sink.ResultSink;
import dev.fruits.core.sink.WriteReceipt;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The features of a run, read from the checkpoint as often as needed. Work is cut into partitions of a fixed number of
 * rows, so that results are equal to the bit whatever the number of threads.
 */
record LocalFeatureTable(ExtractedFeatures features, ExecutorService workers, int threads, ProgressListener listener)
        implements FeatureTable {
    /** Rows of a partition, and so of a result file: about 20 MB of features at 1,280 each. */
    static final int PARTITION_ROWS = 4096;
    /** Rows that are in memory at once per thread. */
    private static final int BLOCK_ROWS = 128;

    @Override
    public long rowCount() {
        return features.rowCount();
    }

    @Override
    public int dimension() {
        return features.checkpoint().dimension();
    }

    @Override
    public List<Rejection> rejections() {
        return features.rejections();
    }

    @Override
    public ExtractionCounts counts() {
        return features.counts();
    }

    @Override
    public <A extends Serializable> A aggregate(Aggregation<A> aggregation) throws IOException {
        StepProgress progress = new StepProgress(listener, "Fit components", rowCount());
        OrderedFold<A> fold = new OrderedFold<>(workers, threads, aggregation::merge);
        return fold.over(partitions(), aggregation.zero(), partition -> {
            A accumulator = aggregation.zero();
            for (int from = start(partition); from < end(partition); from += BLOCK_ROWS) {
                List<FeatureRow> rows = block(from, partition);
                for (FeatureRow row : rows) {
                    accumulator = aggregation.add(accumulator, row);
                }
                progress.add(rows.size());
            }
            return accumulator;
        });
    }

    @Override
    public List<WriteReceipt> write(Projection projection, Dataset dataset, ResultSink sink) throws IOException {
        StepProgress progress = new StepProgress(listener, "Write " + dataset.name(), rowCount());
        OrderedFold<ArrayList<WriteReceipt>> fold = new OrderedFold<>(workers, threads, (all, one) -> {
            all.addAll(one);
            return all;
        });
        return fold.over(partitions(), new ArrayList<>(), partition -> {
            try (PartitionWriter writer = sink.openWriter(dataset, partition, 0)) {
                for (int from = start(partition); from < end(partition); from += BLOCK_ROWS) {
                    List<FeatureRow> rows = block(from, partition);
                    writer.write(rows, projection);
                    progress.add(rows.size());
                }
                return new ArrayList<>(List.of(writer.finish()));
            }
        });
    }

    /** At least one, so that a sink leaves an empty table rather than none. */
    private int partitions() {
        return Math.max(1, (features.rowCount() + PARTITION_ROWS - 1) / PARTITION_ROWS);
    }

    private static int start(int partition) {
        return partition * PARTITION_ROWS;
    }

    private int end(int partition) {
        return Math.min(features.rowCount(), start(partition) + PARTITION_ROWS);
    }

    private List<FeatureRow> block(int from, int partition) throws IOException {
        return features.rows(from, Math.min(end(partition), from + BLOCK_ROWS));
    }

    @Override
    public Stream<FeatureRow> rows() {
        IntFunction<FeatureRow> row = index -> {
            try {
                return features.row(index);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
        return IntStream.range(0, features.rowCount()).mapToObj(row);
    }

    /** Removes the checkpoint: what is worth keeping has been written. */
    @Override
    public void close() throws IOException {
        features.checkpoint().close();
    }
}
