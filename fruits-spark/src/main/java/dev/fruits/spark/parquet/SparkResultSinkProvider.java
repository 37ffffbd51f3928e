package dev.fruits.spark.parquet;

import dev.fruits.core.engine.EarlierFeatures;
import dev.fruits.core.image.Location;
import dev.fruits.core.sink.ResultSink;
import dev.fruits.core.spi.ExistingResults;
import dev.fruits.core.spi.ResultSinkProvider;
import dev.fruits.spark.hadoop.HadoopPlace;
import java.io.IOException;

/** Offers {@link SparkParquetSink} for {@code hdfs://}, {@code s3a://}, {@code s3://} and {@code file://}. */
public final class SparkResultSinkProvider implements ResultSinkProvider {
    @Override
    public boolean handles(Location location) {
        return HadoopPlace.isKnown(location);
    }

    @Override
    public ResultSink open(Location location, ExistingResults existing) {
        return new SparkParquetSink(location, existing);
    }

    /**
     * The features of a finished run at this place.
     *
     * @throws dev.fruits.core.RunFailedException if the run's manifest does not say when it started
     */
    @Override
    public EarlierFeatures earlierFeatures(Location location) throws IOException {
        return HadoopFeatures.in(ResultPlace.at(location));
    }

    /** On Spark, the cluster's own file systems serve {@code s3://} too. */
    @Override
    public boolean isNativeTo(String engine) {
        return engine.equals("spark");
    }
}
