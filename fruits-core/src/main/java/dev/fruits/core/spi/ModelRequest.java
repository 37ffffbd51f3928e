package dev.fruits.core.spi;

import java.nio.file.Path;

/**
 * Which model is wanted.
 *
 * @param model a name ({@code mobilenet_v2}) or a file ({@code weights/mine.onnx})
 * @param cache folder of downloaded or hand-copied weights
 */
public record ModelRequest(String model, Path cache) {}
