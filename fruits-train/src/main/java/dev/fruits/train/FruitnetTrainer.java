package dev.fruits.train;

import dev.fruits.core.DaemonThreads;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.ImageSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;

/**
 * Trains a six-layer CNN from scratch on labelled images and writes it as ONNX. A checkpoint is written after every
 * epoch, with the optimiser's moments, so that a training resumed after a kill ends with the network it would have ended
 * with.
 *
 * <p>PyTorch runs in this JVM with its own threads; one training at a time.
 */
public final class FruitnetTrainer {
    private final TrainingSettings settings;
    private final IntFunction<Architecture> design;
    private final LongSupplier nanoTime;

    public FruitnetTrainer(TrainingSettings settings) {
        this(settings, Architecture::fruitnet, System::nanoTime);
    }

    /**
     * @param design the network for a number of classes
     * @param nanoTime clock for the seconds of an epoch
     */
    FruitnetTrainer(TrainingSettings settings, IntFunction<Architecture> design, LongSupplier nanoTime) {
        this.settings = settings;
        this.design = design;
        this.nanoTime = nanoTime;
    }

    /**
     * Trains, with a checkpoint after every epoch, then writes the files of {@link TrainingResult}. Call it once, from
     * one thread.
     *
     * @param images one folder for each class; all are held in memory, 30 kB each
     * @param listener is notified of the progress
     * @throws WrongUseException if the images cannot be used for training, or if the output folder is in use, holds a
     *     training that is neither resumed nor replaced, or holds the checkpoint of another training
     * @throws dev.fruits.core.RunFailedException if PyTorch does not start, memory is too small for the images, or the
     *     loss is not a number
     * @throws IOException if the source of the images or the output folder fails
     */
    public TrainingResult train(ImageSource images, TrainingListener listener) throws IOException {
        OutFolder.requireFree(settings);
        PyTorch.requirePlatform();
        ImageSet set = ImageSet.read(images, design.apply(2).side(), listener);
        ArcSplit split = ArcSplit.of(set.images(), settings.heldBackShare(), settings.seed());
        if (split.training().size() < 2) {
            throw new WrongUseException("images " + images.location() + ": "
                    + split.training().size() + " can be learnt from; training needs two or more");
        }
        try (OutFolder out = OutFolder.claim(settings.outFolder())) {
            return train(out.checkpoint(), set, split, listener);
        }
    }

    private TrainingResult train(Path file, ImageSet set, ArcSplit split, TrainingListener listener)
            throws IOException {
        if (!settings.resume()) {
            Files.deleteIfExists(file);
        }
        Architecture architecture = design.apply(set.labels().size());
        Checkpoint checkpoint = Checkpoint.of(file, settings, architecture, set);
        try (Network network = new Network(
                architecture, settings.labelSmoothing(), settings.weightDecay(), settings.seed(), settings.threads())) {
            List<EpochFigures> done = checkpoint.exists() ? checkpoint.restore(network) : List.of();
            listener.started(set.counts(split), done.size(), settings.epochs());
            List<EpochFigures> epochs = train(network, split, checkpoint, done, listener);
            return new ResultFiles(settings, set, split).write(network, epochs);
        }
    }

    private List<EpochFigures> train(
            Network network, ArcSplit split, Checkpoint checkpoint, List<EpochFigures> done, TrainingListener listener)
            throws IOException {
        List<EpochFigures> epochs = new ArrayList<>(done);
        ExecutorService augmenting = DaemonThreads.pool("fruits-augmenting", 1);
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
}
