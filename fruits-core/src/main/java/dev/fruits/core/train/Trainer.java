package dev.fruits.core.train;

import dev.fruits.core.image.ImageSource;
import java.io.IOException;

/** Port: trains one CNN from scratch on labelled photographs and writes it as ONNX. Used once, by one thread. */
public interface Trainer {
    /**
     * Trains, with a checkpoint after every epoch, then writes the files of {@link TrainingResult}.
     *
     * @param photographs one folder for each class
     * @param listener hears how it goes
     * @throws dev.fruits.core.WrongUseException if the photographs cannot be learnt from, if the out folder is in use or
     *     holds a training that is neither resumed nor replaced, or if its checkpoint is of another training
     * @throws dev.fruits.core.RunFailedException if the training library does not start here, memory is too small for
     *     the photographs, or the loss is no number any more
     * @throws IOException if the photographs' source or the out folder fails
     */
    TrainingResult train(ImageSource photographs, TrainingListener listener) throws IOException;
}
