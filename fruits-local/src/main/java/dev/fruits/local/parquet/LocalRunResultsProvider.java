package dev.fruits.local.parquet;

import dev.fruits.core.image.Location;
import dev.fruits.core.sink.RunResults;
import dev.fruits.core.spi.RunResultsProvider;

/** Offers the results in every folder of the local file system. */
public final class LocalRunResultsProvider implements RunResultsProvider {
    @Override
    public boolean handles(Location location) {
        return location.isLocal();
    }

    @Override
    public RunResults open(Location location) {
        ResultFolder folder = ResultFolder.at(location);
        folder.requireFinished();
        return new FolderResults(folder);
    }
}
