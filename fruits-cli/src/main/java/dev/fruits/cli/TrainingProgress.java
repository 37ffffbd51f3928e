package dev.fruits.cli;

import dev.fruits.cli.console.Progress;
import dev.fruits.cli.console.TrainingText;
import dev.fruits.train.EpochFigures;
import dev.fruits.train.TrainingCounts;
import dev.fruits.train.TrainingListener;

/** Shows the progress of a training: of each epoch, and a line when the epoch is finished. */
final class TrainingProgress implements TrainingListener {
    private final Progress progress;
    private int epochs;
    private boolean heldOut;

    TrainingProgress(Progress progress) {
        this.progress = progress;
    }

    @Override
    public void read(int done, int total) {
        progress.progress("Read images", done, total);
    }

    @Override
    public void started(TrainingCounts counts, int finishedEpochs, int all) {
        epochs = all;
        heldOut = counts.heldBack() > 0;
        progress.say(TrainingText.images(counts));
        if (finishedEpochs > 0) {
            progress.say("Resuming after epoch " + finishedEpochs + " of " + epochs);
        }
    }

    @Override
    public void stepped(int epoch, int done, int total) {
        progress.progress("Epoch " + epoch + " of " + epochs, done, total);
    }

    @Override
    public void finished(EpochFigures figures) {
        progress.say(TrainingText.epoch(figures, epochs, heldOut));
    }
}
