package dev.fruits.cli.compose;

import dev.fruits.core.spi.ModelListing;
import dev.fruits.core.spi.ModelRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where weights are kept.
 *
 * @param folder need not be there
 */
public record ModelCache(Path folder) {
    public static final String VARIABLE = ModelRequest.CACHE_VARIABLE;

    /** The folder that {@value #VARIABLE} names, else {@code ~/.cache/fruits/models}. */
    public static ModelCache of(Map<String, String> environment) {
        return new ModelCache(ModelRequest.cacheFolder(environment));
    }

    public boolean holds(ModelListing model) {
        return model.weights().files().stream().anyMatch(file -> Files.isRegularFile(folder.resolve(file)));
    }
}
