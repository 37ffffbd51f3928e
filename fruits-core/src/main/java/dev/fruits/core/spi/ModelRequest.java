package dev.fruits.core.spi;

import dev.fruits.core.engine.ProgressListener;
import java.nio.file.Path;

/**
 * Which model is wanted.
 *
 * @param model a name ({@code mobilenet_v2}) or a file ({@code weights/mine.onnx})
 * @param cache folder of downloaded or hand-copied weights; made where it is missing
 * @param listener hears how much of a download is here
 */
public record ModelRequest(String model, Path cache, ProgressListener listener) {
    /** Downloads are not followed. */
    public ModelRequest(String model, Path cache) {
        this(model, cache, ProgressListener.SILENT);
    }
}
