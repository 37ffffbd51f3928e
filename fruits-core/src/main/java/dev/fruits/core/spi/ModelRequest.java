package dev.fruits.core.spi;

import dev.fruits.core.engine.ProgressListener;
import java.nio.file.Path;
import java.util.Map;

/**
 * Which model is wanted.
 *
 * @param model a name ({@code mobilenet_v2}) or a file ({@code weights/mine.onnx})
 * @param cache folder of downloaded or hand-copied weights; made where it is missing
 * @param listener hears how much of a download is here
 */
public record ModelRequest(String model, Path cache, ProgressListener listener) {
    /** The environment variable that names the folder of weights. */
    public static final String CACHE_VARIABLE = "FRUITS_MODELS";

    /** Downloads are not followed. */
    public ModelRequest(String model, Path cache) {
        this(model, cache, ProgressListener.SILENT);
    }

    /** The folder that {@value #CACHE_VARIABLE} names, else {@code ~/.cache/fruits/models}; it need not be there. */
    public static Path cacheFolder(Map<String, String> environment) {
        String named = environment.getOrDefault(CACHE_VARIABLE, "");
        return named.isEmpty()
                ? Path.of(System.getProperty("user.home"), ".cache", "fruits", "models")
                : Path.of(named);
    }
}
