package dev.fruits.cli.compose;

import dev.fruits.core.spi.ModelListing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where weights are kept.
 *
 * @param folder need not be there
 */
public record ModelCache(Path folder) {
    public static final String VARIABLE = "FRUITS_MODELS";

    /** The folder that {@value #VARIABLE} names, else {@code ~/.cache/fruits/models}. */
    public static ModelCache of(Map<String, String> environment) {
        String named = environment.getOrDefault(VARIABLE, "");
        return new ModelCache(
                named.isEmpty()
                        ? Path.of(System.getProperty("user.home"), ".cache", "fruits", "models")
                        : Path.of(named));
    }

    public boolean holds(ModelListing model) {
        return model.weights().files().stream().anyMatch(file -> Files.isRegularFile(folder.resolve(file)));
    }
}
