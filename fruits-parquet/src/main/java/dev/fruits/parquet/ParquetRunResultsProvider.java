package dev.fruits.parquet;

import dev.fruits.core.image.Location;
import dev.fruits.core.sink.ResultStore;
import dev.fruits.core.sink.RunResults;
import dev.fruits.core.spi.ResultStores;
import dev.fruits.core.spi.RunResultsProvider;
import dev.fruits.core.store.StoreSettings;
import java.io.IOException;

/** Offers the results at every place that a store on the class path takes. */
public final class ParquetRunResultsProvider implements RunResultsProvider {
    private final ResultStores stores;

    public ParquetRunResultsProvider() {
        this(ResultStores.onClassPath());
    }

    private ParquetRunResultsProvider(ResultStores stores) {
        this.stores = stores;
    }

    @Override
    public boolean handles(Location location) {
        return stores.handles(location);
    }

    @Override
    public RunResults open(Location location) throws IOException {
        ResultStore store = stores.open(location);
        store.requireFinished();
        return new ParquetResults(store);
    }

    @Override
    public RunResultsProvider reaching(StoreSettings store) {
        return new ParquetRunResultsProvider(stores.reaching(store));
    }
}
