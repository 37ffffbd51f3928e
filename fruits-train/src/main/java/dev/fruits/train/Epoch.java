package dev.fruits.train;

import dev.fruits.core.RunFailedException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.LongSupplier;

/** One pass over the training images, then a look at the held-back ones. */
record Epoch(
        Network network,
        ArcSplit split,
        TrainingSettings settings,
        TrainingListener listener,
        ExecutorService augmenting,
        LongSupplier nanoTime) {

    EpochFigures run(int number) {
        long start = nanoTime.getAsLong();
        StepFigures learnt = learn(number);
        StepFigures watched = watch();
        return new EpochFigures(
                number,
                learnt.meanLoss(),
                learnt.accuracy(),
                watched.meanLoss(),
                watched.accuracy(),
                schedule().rate(network.steps() - 1),
                (nanoTime.getAsLong() - start) / 1e9);
    }

    private StepFigures learn(int number) {
        EpochBatches batches = new EpochBatches(
                split.training(), settings.batch(), network.architecture().side(), settings.seed(), number, augmenting);
        CosineSchedule schedule = schedule();
        StepFigures sum = StepFigures.NONE;
        while (batches.hasNext()) {
            StepFigures step = network.train(batches.next(), schedule.rate(network.steps()));
            if (!Double.isFinite(step.loss())) {
                throw new RunFailedException("epoch " + number + ": the loss is " + step.loss()
                        + "; lower the learning rate of " + settings.learningRate());
            }
            sum = sum.plus(step);
            listener.stepped(number, (int) sum.images(), batches.images());
        }
        return sum;
    }

    private CosineSchedule schedule() {
        long steps = Math.max(1, split.training().size() / settings.batch());
        return new CosineSchedule(settings.learningRate(), steps, steps * settings.epochs());
    }

    private StepFigures watch() {
        List<LabelledImage> heldBack = split.heldBack();
        StepFigures sum = StepFigures.NONE;
        for (int start = 0; start < heldBack.size(); start += settings.batch()) {
            int end = Math.min(heldBack.size(), start + settings.batch());
            sum = sum.plus(network.evaluate(Batch.plain(
                    heldBack.subList(start, end), network.architecture().side())));
        }
        return sum;
    }
}
