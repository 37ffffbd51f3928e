package dev.fruits.train;

import java.io.IOException;
import java.nio.file.Path;

/** A training in a process of its own that ends in the midst of an epoch as {@code kill -9} ends it: nothing is tidied up. */
final class HaltedTraining {
    private static final int KILLED = 137;

    private HaltedTraining() {}

    /** The out folder, and the epoch that is not ended. */
    public static void main(String[] args) throws IOException {
        int last = Integer.parseInt(args[1]);
        TrainingListener halting = new TrainingListener() {
            @Override
            public void stepped(int epoch, int done, int total) {
                if (epoch == last && done > total / 2) {
                    Runtime.getRuntime().halt(KILLED);
                }
            }
        };
        SmallTraining.trainer(SmallTraining.settings(Path.of(args[0])).build())
                .train(new ColouredSquares(20, 0), halting);
    }
}
