package dev.fruits.spark.it.program;

import dev.fruits.core.engine.Aggregation;
import dev.fruits.core.engine.Engine;
import dev.fruits.core.engine.ExtractionCounts;
import dev.fruits.core.engine.ExtractionOptions;
import dev.fruits.core.engine.FeatureTable;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.feature.Projection;
import dev.fruits.core.image.ImageListing;
import dev.fruits.core.image.ImageSource;
import dev.fruits.core.image.Rejection;
import dev.fruits.core.sink.Dataset;
import dev.fruits.core.sink.ResultSink;
import dev.fruits.core.sink.WriteReceipt;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An engine whose table serves several pipelines over the same images and CNN. */
final class ExtractedOnce implements Engine {
    private final Engine engine;
    private @Nullable FeatureTable table;

    ExtractedOnce(Engine engine) {
        this.engine = engine;
    }

    @Override
    public String name() {
        return engine.name();
    }

    @Override
    public Map<String, String> description() {
        return engine.description();
    }

    @Override
    public FeatureTable extract(
            ImageSource source, ImageListing listing, FeatureExtractor extractor, ExtractionOptions options)
            throws IOException {
        FeatureTable extracted = table == null ? engine.extract(source, listing, extractor, options) : table;
        table = extracted;
        return new Lent(extracted);
    }

    @Override
    public void close() throws IOException {
        if (table != null) {
            table.close();
        }
        engine.close();
    }

    /** Closing it keeps the table. */
    private record Lent(FeatureTable table) implements FeatureTable {
        @Override
        public long rowCount() {
            return table.rowCount();
        }

        @Override
        public int dimension() {
            return table.dimension();
        }

        @Override
        public List<Rejection> rejections() {
            return table.rejections();
        }

        @Override
        public ExtractionCounts counts() {
            return table.counts();
        }

        @Override
        public <A extends Serializable> A aggregate(Aggregation<A> aggregation) throws IOException {
            return table.aggregate(aggregation);
        }

        @Override
        public Stream<FeatureRow> rows() throws IOException {
            return table.rows();
        }

        @Override
        public List<WriteReceipt> write(Projection projection, Dataset dataset, ResultSink sink) throws IOException {
            return table.write(projection, dataset, sink);
        }

        @Override
        public <T> Optional<T> unwrap(Class<T> nativeType) {
            return table.unwrap(nativeType);
        }

        @Override
        public void close() {}
    }
}
