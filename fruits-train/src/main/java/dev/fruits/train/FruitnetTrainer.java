package dev.fruits.train;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.ImageSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;

/**
 * Trains a six-layer CNN from scratch on labelled photographs and writes it as ONNX. A checkpoint is written after every
 * epoch, with the optimiser's moments, so that a training resumed after a kill ends with the network it would have ended
 * with.
 *
 * <p>PyTorch runs in this JVM with its own threads; one training at a time.
 */
public final class FruitnetTrainer {
    static final String CHECKPOINT = "fruitnet.checkpoint";

    private final TrainingSettings settings;
    private final TrainingListener listener;
    private final IntFunction<Architecture> design;
    private final LongSupplier nanoTime;

    public FruitnetTrainer(TrainingSettings settings, TrainingListener listener) {
        this(settings, listener, Architecture::fruitnet, System::nanoTime);
    }

    /**
     * @param design the network for a number of classes
     * @param nanoTime clock for the seconds of an epoch
     */
    FruitnetTrainer(
            TrainingSettings settings,
            TrainingListener listener,
            IntFunction<Architecture> design,
            LongSupplier nanoTime) {
        this.settings = settings;
        this.listener = listener;
        this.design = design;
        this.nanoTime = nanoTime;
    }

    /**
     * Trains, then writes {@code fruitnet.onnx}, {@code fruitnet.card.json}, {@code fruitnet.labels.txt} and
     * {@code fruitnet.training.json} into the out folder.
     *
     * @param photographs one folder for each class; all are held in memory, 30 kB each
     * @throws WrongUseException if there are fewer than two classes, if the out folder holds a checkpoint and is not
     *     resumed, or if that checkpoint is of another training
     * @throws RunFailedException if the loss is no number any more: the learning rate was too high
     * @throws IOException if the photographs' source or the out folder fails
     */
    public TrainingResult train(ImageSource photographs) throws IOException {
        Path file = settings.outFolder().resolve(CHECKPOINT);
        if (Files.exists(file) && !settings.resume()) {
            throw new WrongUseException(
                    "out folder " + settings.outFolder() + ": holds a checkpoint; resume it or give another folder");
        }
        int side = design.apply(2).side();
        PhotographSet set = PhotographSet.read(photographs, side);
        ArcSplit split = ArcSplit.of(set.photographs(), settings.heldBackShare(), settings.seed());
        if (split.training().size() < 2) {
            throw new WrongUseException("images " + photographs.location() + ": "
                    + split.training().size() + " can be learnt from; training needs two or more");
        }
        Architecture architecture = design.apply(set.labels().size());
        Files.createDirectories(settings.outFolder());
        Checkpoint checkpoint = new Checkpoint(file, TrainingIdentity.of(settings, architecture, split));
        try (Network network = new Network(
                architecture, settings.labelSmoothing(), settings.weightDecay(), settings.seed(), settings.threads())) {
            List<EpochFigures> epochs =
                    train(network, split, checkpoint, set.rejections().size());
            return new ResultFiles(settings, set, split).write(network, epochs);
        }
    }

    private List<EpochFigures> train(Network network, ArcSplit split, Checkpoint checkpoint, int rejected)
            throws IOException {
        List<EpochFigures> epochs = new ArrayList<>();
        if (checkpoint.exists()) {
            epochs.addAll(checkpoint.restore(network));
        }
        listener.started(split.training().size(), split.heldBack().size(), rejected, epochs.size());
        ExecutorService augmenting = Executors.newSingleThreadExecutor(FruitnetTrainer::daemon);
        try {
            Epoch epoch = new Epoch(network, split, settings, listener, augmenting, nanoTime);
            for (int number = epochs.size() + 1; number <= settings.epochs(); number++) {
                epochs.add(epoch.run(number));
                checkpoint.save(network, epochs);
                listener.finished(epochs.get(epochs.size() - 1));
            }
        } finally {
            augmenting.shutdownNow();
        }
        return epochs;
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "fruits-augmenting");
        thread.setDaemon(true);
        return thread;
    }
}
