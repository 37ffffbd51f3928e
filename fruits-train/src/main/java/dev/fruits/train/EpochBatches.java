package dev.fruits.train;

import dev.fruits.core.RunFailedException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * One epoch's batches, each made while the one before is learnt. Order and augmentation depend on the seed and the
 * epoch's number only, so an epoch is the same after a resume. Images that fill no whole batch wait for another epoch.
 */
final class EpochBatches implements Iterator<Batch> {
    /** Keeps the random numbers of neighbouring epochs apart. */
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private final Iterator<Callable<Batch>> tasks;
    private final ExecutorService executor;
    private final int planned;
    private @Nullable Future<Batch> next;

    EpochBatches(List<LabelledImage> images, int batch, int side, long seed, int epoch, ExecutorService executor) {
        this.executor = executor;
        SplittableRandom random = new SplittableRandom(seed + GOLDEN_GAMMA * epoch);
        List<LabelledImage> order = shuffled(images, random);
        List<Callable<Batch>> all = new ArrayList<>();
        int size = Math.min(batch, order.size());
        for (int start = 0; start + size <= order.size(); start += size) {
            List<LabelledImage> members = order.subList(start, start + size);
            SplittableRandom own = random.split();
            all.add(() -> Batch.augmented(members, side, own));
        }
        planned = all.size() * size;
        tasks = all.iterator();
        prepare();
    }

    private static List<LabelledImage> shuffled(List<LabelledImage> images, SplittableRandom random) {
        List<LabelledImage> order = new ArrayList<>(images);
        for (int i = order.size() - 1; i > 0; i--) {
            Collections.swap(order, i, random.nextInt(i + 1));
        }
        return order;
    }

    /** In all batches together. */
    int images() {
        return planned;
    }

    private void prepare() {
        next = tasks.hasNext() ? executor.submit(tasks.next()) : null;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Batch next() {
        Future<Batch> ready = next;
        if (ready == null) {
            throw new NoSuchElementException("the epoch is over");
        }
        try {
            Batch batch = ready.get();
            prepare();
            return batch;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunFailedException("training was interrupted; resume it from its checkpoint", e);
        } catch (ExecutionException e) {
            throw new RunFailedException("a batch could not be made: " + e.getCause(), e);
        }
    }
}
