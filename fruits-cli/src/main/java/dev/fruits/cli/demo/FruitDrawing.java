package dev.fruits.cli.demo;

import dev.fruits.core.Failures;
import dev.fruits.core.RunFailedException;
import dev.fruits.core.WholeFile;
import dev.fruits.core.WrongUseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Draws a small collection laid out as Fruits-360 is: {@code Training/<kind>/<frame>_100.jpg} and {@code
 * Test/<kind>/<frame>_100.jpg}, 100 × 100 pixels RGB, a fruit that turns round its own axis before a white wall. Test
 * shows other specimens than Training, and holds a few damaged files. Equal components give the same bytes on every run
 * of one Java.
 *
 * @param kinds each a class with a folder of its own, at least one, none twice
 * @param trainingPerKind images of each kind in Training, at least 1
 * @param testPerKind images of each kind in Test, at least 1
 * @param seed the same seed grows the same fruits
 * @param threads that draw at the same time, at least 1; the images do not depend on it
 */
public record FruitDrawing(List<DrawnFruit> kinds, int trainingPerKind, int testPerKind, long seed, int threads) {
    private static final int FRAMES_OF_A_TRAINING_SPECIMEN = 10;
    private static final int FRAMES_OF_A_TEST_SPECIMEN = 5;

    /** @throws WrongUseException if there are no kinds, a kind comes twice, or a count is below 1 */
    public FruitDrawing {
        kinds = List.copyOf(kinds);
        if (kinds.isEmpty()) {
            throw new WrongUseException("kinds: none; name at least one fruit to draw");
        }
        if (kinds.stream().distinct().count() < kinds.size()) {
            throw new WrongUseException("kinds " + kinds + ": one comes twice; name each fruit once");
        }
        atLeastOne("training images per kind", trainingPerKind);
        atLeastOne("test images per kind", testPerKind);
        atLeastOne("threads", threads);
    }

    private static void atLeastOne(String name, int value) {
        if (value < 1) {
            throw new WrongUseException(name + " " + value + ": must be at least 1");
        }
    }

    /**
     * Draws everything below {@code root}. Files of the same names are replaced, others stay.
     *
     * @throws RunFailedException if a file cannot be written, or the thread is interrupted
     */
    public DrawnImages draw(Path root) {
        Path training = root.resolve("Training");
        Path test = root.resolve("Test");
        try {
            int trainingCount = runAll(sessions(training, trainingPerKind, FRAMES_OF_A_TRAINING_SPECIMEN));
            int testCount = runAll(sessions(test, testPerKind, FRAMES_OF_A_TEST_SPECIMEN));
            DamagedFiles.addTo(test, kinds);
            return new DrawnImages(training, test, trainingCount, testCount);
        } catch (IOException e) {
            throw new RunFailedException(
                    "images in " + root + ": cannot be written (" + e + "); free the disk or choose another folder", e);
        }
    }

    /** One session per specimen; the last specimen's turn may be cut short. Each returns the number of its images. */
    private List<Callable<Integer>> sessions(Path split, int perKind, int framesOfASpecimen) {
        List<Callable<Integer>> sessions = new ArrayList<>();
        for (DrawnFruit kind : kinds) {
            for (int start = 0; start < perKind; start += framesOfASpecimen) {
                int first = start;
                int frames = Math.min(framesOfASpecimen, perKind - first);
                sessions.add(() -> drawTurn(kind, split, first, frames, 360.0 / framesOfASpecimen));
            }
        }
        return sessions;
    }

    /** Draws a specimen at even steps in degrees; the first image has the number {@code first}. */
    private int drawTurn(DrawnFruit kind, Path split, int first, int frames, double step) throws IOException {
        Path folder = Files.createDirectories(split.resolve(kind.label()));
        Specimen specimen = Specimen.grown(kind, seedOf(split.getFileName() + "/" + kind.label() + "/" + first));
        for (int i = 0; i < frames; i++) {
            Path file = folder.resolve((first + i) + "_100.jpg");
            WholeFile.write(file, JpegEncoder.encode(specimen.draw(i * step)));
        }
        return frames;
    }

    /** A seed of its own for each specimen, whichever other kinds are drawn. */
    private long seedOf(String specimen) {
        return seed * 0x9E3779B97F4A7C15L + specimen.hashCode();
    }

    /** How many images were drawn in all. */
    private int runAll(List<Callable<Integer>> sessions) throws IOException {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            int images = 0;
            for (Future<Integer> session : workers.invokeAll(sessions)) {
                images += session.get();
            }
            return images;
        } catch (ExecutionException e) {
            throw Failures.ofTask(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunFailedException("images: interrupted before all were drawn; start again", e);
        } finally {
            workers.shutdownNow();
        }
    }
}
