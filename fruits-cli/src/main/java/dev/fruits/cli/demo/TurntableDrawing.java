package dev.fruits.cli.demo;

import dev.fruits.core.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/**
 * One specimen on the turntable: grown, and drawn at even steps.
 *
 * @param folder where its images go
 * @param firstFrame the number of the first one
 * @param frames how many there are
 * @param step degrees from one to the next
 * @param seed what it grows from
 */
record TurntableDrawing(DrawnFruit kind, Path folder, int firstFrame, int frames, double step, long seed)
        implements Callable<Integer> {
    /** Writes the images; how many. */
    @Override
    public Integer call() throws IOException {
        Files.createDirectories(folder);
        Specimen specimen = Specimen.grown(kind, seed);
        for (int i = 0; i < frames; i++) {
            Path file = folder.resolve((firstFrame + i) + "_100.jpg");
            WholeFile.write(file, JpegEncoder.encode(specimen.draw(i * step)));
        }
        return frames;
    }
}
