package dev.fruits.spark.hadoop;

import dev.fruits.core.engine.EarlierFeatures;
import dev.fruits.core.image.Location;
import dev.fruits.core.sink.ResultSink;
import dev.fruits.core.spi.ExistingResults;
import dev.fruits.core.spi.ResultSinkProvider;
import dev.fruits.core.store.StoreSettings;
import dev.fruits.parquet.ParquetFeatures;
import dev.fruits.parquet.ParquetSink;
import java.io.IOException;

/** Offers Parquet in a {@link HadoopResultStore} for the schemes that Hadoop serves. */
public final class HadoopResultSinkProvider implements ResultSinkProvider {
    @Override
    public boolean handles(Location location) {
        return HadoopLocation.isKnown(location);
    }

    @Override
    public ResultSink open(Location location, ExistingResults existing) {
        return new ParquetSink(new HadoopResultStore(location, StoreSettings.DEFAULT), existing);
    }

    @Override
    public EarlierFeatures earlierFeatures(Location location) throws IOException {
        return ParquetFeatures.in(new HadoopResultStore(location, StoreSettings.DEFAULT));
    }

    /** On Spark, the cluster's own file systems serve {@code s3://} too. */
    @Override
    public boolean isNativeTo(String engine) {
        return engine.equals("spark");
    }
}
