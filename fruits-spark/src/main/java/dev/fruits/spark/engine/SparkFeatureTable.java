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
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;

/** Features in Spark's storage: packed, in memory and on disk, with two copies if there is more than one executor. */
final class SparkFeatureTable implements FeatureTable {
    private final SparkSession session;
    private final PersistedBlocks extracted;
    private final int dimension;
    private final ExtractedCounts counts;
    private final ProgressListener listener;

    SparkFeatureTable(
            SparkSession session,
            PersistedBlocks extracted,
            int dimension,
            ExtractedCounts counts,
            ProgressListener listener) {
        this.session = session;
        this.extracted = extracted;
        this.dimension = dimension;
        this.counts = counts;
        this.listener = listener;
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
                onSpark(), aggregation, "Aggregate features: " + NamedJobs.count(rowCount(), "row"));
    }

    /** Reads one partition after the other; the driver holds one of them. */
    @Override
    public Stream<FeatureRow> rows() throws IOException {
        Iterator<ExtractedBlock> blocks =
                named("Read features", () -> extracted.blocks().toLocalIterator());
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(blocks, Spliterator.ORDERED), false)
                .flatMap(block -> block.features().rows());
    }

    @Override
    public List<WriteReceipt> write(Projection projection, Dataset dataset, ResultSink sink) throws IOException {
        JavaRDD<ExtractedBlock> files = WholeFiles.of(extracted.blocks(), rowCount(), projection.outputDimension());
        List<WriteReceipt> receipts = new ArrayList<>();
        named("Write " + dataset.name(), () -> {
            JavaRDD<JavaSerialized<WriteReceipt>> parts = files.mapPartitionsWithIndex(
                    (partition, blocks) -> List.of(
                                    JavaSerialized.of(part(partition, blocks, projection, dataset, sink)))
                            .iterator(),
                    true);
            PartitionResults.collect(parts, (partition, receipt) -> {
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
                ? Optional.of(nativeType.cast(onSpark()))
                : FeatureTable.super.unwrap(nativeType);
    }

    private SparkRows onSpark() {
        JavaRDD<FeatureRow> rows =
                extracted.blocks().flatMap(block -> block.features().rows().iterator());
        return new SparkRows(session, rows, rowCount(), dimension);
    }

    private <T> T named(String what, NamedJobs.Actions<T> actions) throws IOException {
        return NamedJobs.run(session.sparkContext(), what + ": " + NamedJobs.count(rowCount(), "row"), actions);
    }

    @Override
    public void close() {
        extracted.close();
    }
}
