package dev.fruits.train;

import java.nio.file.Path;
import java.util.List;

/**
 * What a training left behind.
 *
 * @param network the ONNX file
 * @param card what must be known to compute features with it, JSON
 * @param labels the classes in the order of the logits, one in each line
 * @param record how the network came to be, JSON
 * @param rejects images that could not be read, CSV
 * @param counts where the images went
 * @param epochs figures of each epoch
 */
public record TrainingResult(
        Path network,
        Path card,
        Path labels,
        Path record,
        Path rejects,
        TrainingCounts counts,
        List<EpochFigures> epochs) {
    public TrainingResult {
        epochs = List.copyOf(epochs);
    }
}
