package dev.fruits.local.parquet;

import dev.fruits.core.engine.EarlierFeatures;
import dev.fruits.core.image.Location;
import dev.fruits.core.sink.ResultSink;
import dev.fruits.core.spi.ExistingResults;
import dev.fruits.core.spi.ResultSinkProvider;
import java.io.IOException;

/** Offers {@link ParquetSink} for every path of the local file system. */
public final class LocalResultSinkProvider implements ResultSinkProvider {
    @Override
    public boolean handles(Location location) {
        return location.isLocal();
    }

    @Override
    public ResultSink open(Location location, ExistingResults existing) {
        return new ParquetSink(location, existing);
    }

    /**
     * The features of a finished run in this folder.
     *
     * @throws dev.fruits.core.RunFailedException if the run's manifest does not say when it started
     */
    @Override
    public EarlierFeatures earlierFeatures(Location location) throws IOException {
        return ParquetFeatures.in(ResultFolder.at(location));
    }
}
