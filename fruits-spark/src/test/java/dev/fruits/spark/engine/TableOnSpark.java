package dev.fruits.spark.engine;

import dev.fruits.core.contract.InMemoryFeatureTable;
import dev.fruits.core.engine.Aggregation;
import dev.fruits.core.engine.ExtractionCounts;
import dev.fruits.core.engine.FeatureTable;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.feature.Projection;
import dev.fruits.core.image.Rejection;
import dev.fruits.core.sink.Dataset;
import dev.fruits.core.sink.ResultSink;
import dev.fruits.core.sink.WriteReceipt;
import dev.fruits.spark.LocalSpark;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;

/** Rows that lie in Spark, in so many partitions; what is read in another way fails, as a reducer must not. */
public record TableOnSpark(List<FeatureRow> features, int dimension, int partitions) implements FeatureTable {
    public static TableOnSpark of(float[][] data, int partitions) {
        return new TableOnSpark(
                InMemoryFeatureTable.of(data).rows().toList(), data.length == 0 ? 1 : data[0].length, partitions);
    }

    @Override
    public <T> Optional<T> unwrap(Class<T> nativeType) {
        return nativeType == SparkRows.class ? Optional.of(nativeType.cast(rowsOnSpark())) : Optional.empty();
    }

    public SparkRows rowsOnSpark() {
        JavaRDD<FeatureRow> rows = JavaSparkContext.fromSparkContext(
                        LocalSpark.session().sparkContext())
                .parallelize(features, partitions);
        return new SparkRows(LocalSpark.session(), rows, features.size(), dimension);
    }

    @Override
    public long rowCount() {
        return features.size();
    }

    @Override
    public List<Rejection> rejections() {
        return List.of();
    }

    @Override
    public ExtractionCounts counts() {
        return new ExtractionCounts(features.size(), 0);
    }

    @Override
    public <A extends Serializable> A aggregate(Aggregation<A> aggregation) {
        throw new AssertionError("read beside Spark");
    }

    @Override
    public Stream<FeatureRow> rows() {
        throw new AssertionError("read beside Spark");
    }

    @Override
    public List<WriteReceipt> write(Projection projection, Dataset dataset, ResultSink sink) throws IOException {
        throw new AssertionError("written by a reducer");
    }

    @Override
    public void close() {}
}
