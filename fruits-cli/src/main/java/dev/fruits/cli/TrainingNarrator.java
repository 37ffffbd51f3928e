package dev.fruits.cli;

import dev.fruits.cli.console.Progress;
import dev.fruits.cli.console.TrainingText;
import dev.fruits.core.train.EpochFigures;
import dev.fruits.core.train.TrainingCounts;
import dev.fruits.core.train.TrainingListener;

/** Shows how a training goes: how far each epoch is, and a line when it is over. */
final class TrainingNarrator implements TrainingListener {
    private final Progress progress;
    private int epochs;
    private boolean watched;

    TrainingNarrator(Progress progress) {
        this.progress = progress;
    }

    @Override
    public void read(int done, int total) {
        progress.progress("Read photographs", done, total);
    }

    @Override
    public void started(TrainingCounts counts, int finishedEpochs, int all) {
        epochs = all;
        watched = counts.heldBack() > 0;
        progress.say(TrainingText.photographs(counts));
        if (finishedEpochs > 0) {
            progress.say("Going on after epoch " + finishedEpochs + " of " + epochs);
        }
    }

    @Override
    public void stepped(int epoch, int done, int total) {
        progress.progress("Epoch " + epoch + " of " + epochs, done, total);
    }

    @Override
    public void finished(EpochFigures figures) {
        progress.say(TrainingText.epoch(figures, epochs, watched));
    }
}
