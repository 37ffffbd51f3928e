package dev.fruits.cli.demo;

import dev.fruits.core.RunFailedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Draws a small collection laid out as Fruits-360 is: {@code Training/<kind>/<frame>_100.jpg} and {@code
 * Test/<kind>/<frame>_100.jpg}, 100 × 100 pixels RGB, a fruit that turns round its own axis before a white wall. Test
 * shows other specimens than Training, and holds a few damaged files. One plan gives the same bytes on every run of one
 * Java, on any number of threads.
 *
 * <p>Immutable; may be used by several threads for different folders.
 */
public final class FruitDrawing {
    private static final int FRAMES_OF_A_TRAINING_SPECIMEN = 10;
    private static final int FRAMES_OF_A_TEST_SPECIMEN = 5;

    private final DrawingPlan plan;

    public FruitDrawing(DrawingPlan plan) {
        this.plan = plan;
    }

    /**
     * DrawnImages everything below {@code root}. Files of the same names are replaced, others stay.
     *
     * @throws RunFailedException if a file cannot be written, or the thread is interrupted
     */
    public DrawnImages draw(Path root) {
        Path training = root.resolve("Training");
        Path test = root.resolve("Test");
        try {
            int trainingCount = runAll(sessions(training, plan.trainingPerKind(), FRAMES_OF_A_TRAINING_SPECIMEN));
            int testCount = runAll(sessions(test, plan.testPerKind(), FRAMES_OF_A_TEST_SPECIMEN));
            DamagedFiles.addTo(test, plan.kinds());
            return new DrawnImages(training, test, trainingCount, testCount, DamagedFiles.DAMAGED, DamagedFiles.HIDDEN);
        } catch (IOException e) {
            throw new RunFailedException(
                    "images in " + root + ": cannot be written (" + e + "); free the disk or choose another folder", e);
        }
    }

    /** One session per specimen; the last specimen's turn may be cut short. */
    private List<TurntableDrawing> sessions(Path split, int perKind, int framesOfASpecimen) {
        List<TurntableDrawing> sessions = new ArrayList<>();
        for (DrawnFruit kind : plan.kinds()) {
            for (int first = 0; first < perKind; first += framesOfASpecimen) {
                sessions.add(new TurntableDrawing(
                        kind,
                        split.resolve(kind.label()),
                        first,
                        Math.min(framesOfASpecimen, perKind - first),
                        360.0 / framesOfASpecimen,
                        seedOf(split.getFileName() + "/" + kind.label() + "/" + first)));
            }
        }
        return sessions;
    }

    /** A seed of its own for each specimen, whichever other kinds are drawn. */
    private long seedOf(String specimen) {
        return plan.seed() * 0x9E3779B97F4A7C15L + specimen.hashCode();
    }

    /** How many images were taken in all. */
    private int runAll(List<TurntableDrawing> sessions) throws IOException {
        ExecutorService workers = Executors.newFixedThreadPool(plan.threads());
        try {
            int images = 0;
            for (Future<Integer> session : workers.invokeAll(sessions)) {
                images += session.get();
            }
            return images;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException unwritten ? unwritten : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunFailedException("images: interrupted before all were drawn; start again", e);
        } finally {
            workers.shutdownNow();
        }
    }
}
