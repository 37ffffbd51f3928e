package dev.fruits.train;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.sink.ExistingResults;
import java.nio.file.Path;

/**
 * How a network is trained. The same settings, images and engine give the same network.
 *
 * @param outFolder where checkpoint, network, card and record are written; made where it is missing
 * @param dataSet whose images these are
 * @param licence of the weights, for the card
 * @param epochs passes over the training images, at least 1
 * @param seed of the first weights, the split, the order and the augmentation
 * @param batch images in one step, at least 2
 * @param threads of PyTorch, at least 1
 * @param learningRate the highest, reached after the first epoch
 * @param weightDecay decoupled, as a factor of the learning rate
 * @param labelSmoothing share of the target spread over all classes, 0 to less than 1
 * @param heldBackShare of the frames of each series, kept from training to watch it; 0 holds nothing back
 * @param existing what to do with an earlier training in {@code outFolder}
 * @param resume whether to go on from the checkpoint in {@code outFolder}, if there is one
 */
public record TrainingSettings(
        Path outFolder,
        DataSet dataSet,
        String licence,
        int epochs,
        long seed,
        int batch,
        int threads,
        double learningRate,
        double weightDecay,
        double labelSmoothing,
        double heldBackShare,
        ExistingResults existing,
        boolean resume) {

    public TrainingSettings {
        require(!licence.isBlank(), "licence '" + licence + "': must say under which licence the weights are");
        require(epochs >= 1, "epochs " + epochs + ": must be at least 1");
        require(batch >= 2, "batch " + batch + ": must be at least 2");
        require(threads >= 1, "threads " + threads + ": must be at least 1");
        require(
                learningRate > 0 && learningRate < 1,
                "learning rate " + learningRate + ": must be more than 0, less than 1");
        require(weightDecay >= 0 && weightDecay < 1, "weight decay " + weightDecay + ": must be 0 to less than 1");
        require(
                labelSmoothing >= 0 && labelSmoothing < 1,
                "label smoothing " + labelSmoothing + ": must be 0 to less than 1");
        require(heldBackShare >= 0 && heldBackShare <= 0.5, "held-back share " + heldBackShare + ": must be 0 to 0.5");
    }

    /** Starts from the settings that the bundled network was trained with. */
    public static Builder into(Path outFolder) {
        return new Builder(outFolder);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new WrongUseException(otherwise);
        }
    }

    /** Changes what is not to be as {@link TrainingSettings#into} has it. */
    public static final class Builder {
        private final Path outFolder;
        private DataSet dataSet = DataSet.FRUITS_360;
        private String licence = "Apache-2.0";
        private int epochs = 30;
        private long seed = 42;
        private int batch = 64;
        private int threads = 2;
        private double learningRate = 2e-3;
        private double weightDecay = 0.02;
        private double labelSmoothing = 0.1;
        private double heldBackShare = 0.1;
        private ExistingResults existing = ExistingResults.REFUSE;
        private boolean resume;

        private Builder(Path outFolder) {
            this.outFolder = outFolder;
        }

        public Builder dataSet(DataSet value) {
            dataSet = value;
            return this;
        }

        public Builder licence(String value) {
            licence = value;
            return this;
        }

        public Builder epochs(int value) {
            epochs = value;
            return this;
        }

        public Builder seed(long value) {
            seed = value;
            return this;
        }

        public Builder batch(int value) {
            batch = value;
            return this;
        }

        public Builder threads(int value) {
            threads = value;
            return this;
        }

        public Builder learningRate(double value) {
            learningRate = value;
            return this;
        }

        public Builder weightDecay(double value) {
            weightDecay = value;
            return this;
        }

        public Builder labelSmoothing(double value) {
            labelSmoothing = value;
            return this;
        }

        public Builder heldBackShare(double value) {
            heldBackShare = value;
            return this;
        }

        public Builder existing(ExistingResults value) {
            existing = value;
            return this;
        }

        /** Goes on with what {@link #existing} would refuse or replace. */
        public Builder resume(boolean value) {
            resume = value;
            return this;
        }

        /**
         * @throws WrongUseException if a value is out of its range
         */
        public TrainingSettings build() {
            return new TrainingSettings(
                    outFolder,
                    dataSet,
                    licence,
                    epochs,
                    seed,
                    batch,
                    threads,
                    learningRate,
                    weightDecay,
                    labelSmoothing,
                    heldBackShare,
                    resume ? ExistingResults.REPLACE : existing,
                    resume);
        }
    }
}
