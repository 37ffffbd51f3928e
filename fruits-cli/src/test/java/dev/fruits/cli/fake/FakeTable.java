package dev.fruits.cli.fake;

import dev.fruits.core.engine.Aggregation;
import dev.fruits.core.engine.ExtractionCounts;
import dev.fruits.core.engine.FeatureTable;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.feature.FeatureVector;
import dev.fruits.core.feature.Projection;
import dev.fruits.core.image.Rejection;
import dev.fruits.core.sink.Dataset;
import dev.fruits.core.sink.PartitionWriter;
import dev.fruits.core.sink.ResultSink;
import dev.fruits.core.sink.WriteReceipt;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

record FakeTable(int dimension, List<FeatureRow> all, List<Rejection> rejections) implements FeatureTable {
    @Override
    public long rowCount() {
        return all.size();
    }

    @Override
    public ExtractionCounts counts() {
        return new ExtractionCounts(all.size(), 0);
    }

    @Override
    public <A extends Serializable> A aggregate(Aggregation<A> aggregation) {
        A accumulator = aggregation.zero();
        for (FeatureRow row : all) {
            accumulator = aggregation.add(accumulator, row);
        }
        return accumulator;
    }

    @Override
    public Stream<FeatureRow> rows() {
        return all.stream();
    }

    @Override
    public List<WriteReceipt> write(Projection projection, Dataset dataset, ResultSink sink) throws IOException {
        List<FeatureVector> vectors =
                projection.apply(all.stream().map(FeatureRow::vector).toList());
        try (PartitionWriter writer = sink.openWriter(dataset, 0, 0)) {
            for (int i = 0; i < all.size(); i++) {
                writer.write(all.get(i).withVector(vectors.get(i)));
            }
            return List.of(writer.finish());
        }
    }

    @Override
    public void close() {}
}
