package dev.fruits.core.engine;

import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.feature.Projection;
import dev.fruits.core.image.Rejection;
import dev.fruits.core.sink.Dataset;
import dev.fruits.core.sink.ResultSink;
import dev.fruits.core.sink.WriteReceipt;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The features of a run, materialised: the CNN runs once per image however often this is read. Rows come in the order
 * of the listing. Closing it gives its storage back.
 */
public interface FeatureTable extends AutoCloseable {
    long rowCount();

    /** Length of every vector. */
    int dimension();

    /** The images that gave no features, sorted by path. */
    List<Rejection> rejections();

    /** How often the CNN ran, and how many rows an earlier run gave. */
    ExtractionCounts counts();

    /**
     * Folds all rows. Partial results are merged in the order of the rows, so that the result does not depend on the
     * number of threads.
     */
    <A extends Serializable> A aggregate(Aggregation<A> aggregation) throws IOException;

    /** All rows, streamed; the stream is to be closed. */
    Stream<FeatureRow> rows() throws IOException;

    /**
     * Writes every row, projected, through {@code sink}; the caller commits or aborts the receipts.
     *
     * @throws IOException if the sink's system fails: a full disk
     */
    List<WriteReceipt> write(Projection projection, Dataset dataset, ResultSink sink) throws IOException;

    /** The engine's own table (a Spark Dataset), where it is one. */
    default <T> Optional<T> unwrap(Class<T> nativeType) {
        return nativeType.isInstance(this) ? Optional.of(nativeType.cast(this)) : Optional.empty();
    }

    @Override
    void close() throws IOException;
}
