package dev.fruits.parquet;

import dev.fruits.core.engine.EarlierFeatures;
import dev.fruits.core.image.Location;
import dev.fruits.core.sink.ResultSink;
import dev.fruits.core.spi.ExistingResults;
import dev.fruits.core.spi.ResultSinkProvider;
import dev.fruits.core.spi.ResultStores;
import dev.fruits.core.store.StoreSettings;
import java.io.IOException;

/** Offers {@link ParquetSink} for every place that a store on the class path takes. */
public final class ParquetResultSinkProvider implements ResultSinkProvider {
    private final ResultStores stores;

    public ParquetResultSinkProvider() {
        this(ResultStores.onClassPath());
    }

    private ParquetResultSinkProvider(ResultStores stores) {
        this.stores = stores;
    }

    @Override
    public boolean handles(Location location) {
        return stores.handles(location);
    }

    @Override
    public ResultSink open(Location location, ExistingResults existing) {
        return new ParquetSink(stores.open(location), existing);
    }

    /**
     * The features of a finished run at this place.
     *
     * @throws dev.fruits.core.RunFailedException if the run's manifest does not say when it started
     */
    @Override
    public EarlierFeatures earlierFeatures(Location location) throws IOException {
        return ParquetFeatures.in(stores.open(location));
    }

    @Override
    public ResultSinkProvider reaching(StoreSettings store) {
        return new ParquetResultSinkProvider(stores.reaching(store));
    }
}
