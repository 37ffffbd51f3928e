package dev.fruits.spark.engine;

import dev.fruits.core.engine.Aggregation;
import dev.fruits.core.engine.ExtractionCounts;
import dev.fruits.core.engine.FeatureTable;
import dev.fruits.core.engine.ProgressListener;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.feature.Projection;
import dev.fruits.core.image.Rejection;
import dev.fruits.core.sink.Dataset;
import dev.fruits.core.sink.PartitionWriter;
import dev.fruits.core.sink.ResultSink;
import dev.fruits.core.sink.WriteReceipt;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;

/** Features in Spark's storage: packed, in memory and on disk, with two copies if there is more than one executor. */
final class SparkFeatureTable implements FeatureTable {
    private final SparkSession session;
    private final JavaRDD<ExtractedBlock> blocks;
    private final ReusableRows earlier;
    private final int dimension;
    private final ProgressListener listener;
    private ExtractedCounts counts = ExtractedCounts.none();

    /** @param earlier blocks refer to these rows of an earlier run */
    SparkFeatureTable(
            SparkSession session,
            JavaRDD<ExtractedBlock> blocks,
            ReusableRows earlier,
            int dimension,
            ProgressListener listener) {
        this.session = session;
        this.blocks = blocks;
        this.earlier = earlier;
        this.dimension = dimension;
        this.listener = listener;
    }

    /** Computes and stores every block. */
    SparkFeatureTable materialised(long images) {
        PartitionResults.collect(
                blocks.mapPartitions(some ->
                        List.of(JavaSerialized.of(ExtractedCounts.of(some))).iterator()),
                partition -> {
                    counts = counts.plus(partition);
                    listener.progress(SparkEngine.STEP, counts.images(), images);
                });
        return this;
    }

    @Override
    public long rowCount() {
        return counts.rows();
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public List<Rejection> rejections() {
        return counts.rejections().stream().sorted(Rejection.BY_PATH).toList();
    }

    @Override
    public ExtractionCounts counts() {
        return counts.asCounts();
    }

    @Override
    public <A extends Serializable> A aggregate(Aggregation<A> aggregation) throws IOException {
        return OrderedAggregation.of(
                rowsOnSpark(), rowCount(), aggregation, "Aggregate features: " + NamedJobs.count(rowCount(), "row"));
    }

    /** Reads one partition after the other; the driver holds one of them. */
    @Override
    public Stream<FeatureRow> rows() throws IOException {
        Iterator<ExtractedBlock> read = named("Read features", blocks::toLocalIterator);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(read, Spliterator.ORDERED), false)
                .flatMap(block -> block.features().rows());
    }

    @Override
    public List<WriteReceipt> write(Projection projection, Dataset dataset, ResultSink sink) throws IOException {
        JavaRDD<ExtractedBlock> files = WholeFiles.of(blocks, rowCount(), projection.outputDimension());
        List<WriteReceipt> receipts = new ArrayList<>();
        named("Write " + dataset.name(), () -> {
            JavaRDD<JavaSerialized<WriteReceipt>> parts = files.mapPartitionsWithIndex(
                    (partition, some) -> List.of(JavaSerialized.of(part(partition, some, projection, dataset, sink)))
                            .iterator(),
                    true);
            PartitionResults.collect(parts, receipt -> {
                receipts.add(receipt);
                long written = receipts.stream().mapToLong(WriteReceipt::rows).sum();
                listener.progress("Write " + dataset.name(), written, rowCount());
            });
            return receipts;
        });
        receipts.sort(Comparator.comparing(WriteReceipt::partition));
        return receipts;
    }

    /**
     * Writes one part, in a task. Each attempt has its own number, so attempts never write to the same file; one that fails
     * discards what it wrote.
     */
    private static WriteReceipt part(
            int partition, Iterator<ExtractedBlock> blocks, Projection projection, Dataset dataset, ResultSink sink)
            throws IOException {
        try (PartitionWriter writer =
                sink.openWriter(dataset, partition, TaskContext.get().taskAttemptId())) {
            while (blocks.hasNext()) {
                writer.write(blocks.next().features().rows().toList(), projection);
            }
            return writer.finish();
        }
    }

    @Override
    public <T> Optional<T> unwrap(Class<T> nativeType) {
        return nativeType == SparkRows.class
                ? Optional.of(nativeType.cast(new SparkRows(session, rowsOnSpark(), rowCount(), dimension)))
                : FeatureTable.super.unwrap(nativeType);
    }

    private JavaRDD<FeatureRow> rowsOnSpark() {
        return blocks.flatMap(block -> block.features().rows().iterator());
    }

    private <T> T named(String what, Callable<T> actions) throws IOException {
        return NamedJobs.run(session.sparkContext(), what + ": " + NamedJobs.count(rowCount(), "row"), actions);
    }

    /** Frees the storage, unless Spark has stopped. */
    @Override
    public void close() {
        if (!blocks.context().isStopped()) {
            blocks.unpersist(false);
            earlier.close();
        }
    }
}
