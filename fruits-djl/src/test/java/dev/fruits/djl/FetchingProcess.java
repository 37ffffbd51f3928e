package dev.fruits.djl;

import dev.fruits.core.spi.ModelRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A process of its own that opens the tiny model by name; it ends with 0 if that gave its features. */
final class FetchingProcess {
    private FetchingProcess() {}

    /** Arguments: cache, source, a file to make before it begins. */
    public static void main(String[] args) throws IOException {
        ModelCard card = PublishedWeightsTest.card(TinyModel.onnx(), args[1]);
        Files.createFile(Path.of(args[2]));
        int dimension = new DjlModelProvider(List.of(card), BundledWeights.onClassPath())
                .open(new ModelRequest("tiny", Path.of(args[0])))
                .dimension();
        if (dimension != TinyModel.DIMENSION) {
            throw new IllegalStateException("dimension " + dimension);
        }
    }

    static Process start(Path cache, String source, Path started) throws IOException {
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classes,
                        FetchingProcess.class.getName(),
                        cache.toString(),
                        source,
                        started.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
