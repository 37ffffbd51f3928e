package dev.fruits.cli.console;

import dev.fruits.train.EpochFigures;
import dev.fruits.train.TrainingCounts;
import dev.fruits.train.TrainingResult;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** A training, for people. */
public final class TrainingText {
    private TrainingText() {}

    /** {@code 13,100 images of 131 classes: 11,783 for training, 1,317 held out, 0 rejected; 0 other entries ignored}. */
    public static String images(TrainingCounts counts) {
        return Figures.count((long) counts.training() + counts.heldBack() + counts.rejected()) + " images of "
                + Figures.count(counts.classes()) + " classes: " + Figures.count(counts.training())
                + " for training, " + Figures.count(counts.heldBack()) + " held out, "
                + Figures.count(counts.rejected()) + " rejected; " + Figures.count(counts.ignored())
                + " other entries ignored";
    }

    /**
     * One line without its end.
     *
     * @param epochs the number of epochs of the training
     * @param heldOut whether images are held out
     */
    public static String epoch(EpochFigures figures, int epochs, boolean heldOut) {
        return "Epoch " + figures.epoch() + " of " + epochs + ": loss " + loss(figures.trainingLoss())
                + (heldOut
                        ? ", held out: loss " + loss(figures.heldBackLoss()) + ", accuracy "
                                + Figures.percent(figures.heldBackAccuracy()) + " %"
                        : ", training accuracy " + Figures.percent(figures.trainingAccuracy()) + " %")
                + ", " + Figures.oneDecimal(figures.seconds()) + " s";
    }

    /** Several lines, the last one ended. */
    public static String summary(TrainingResult result) {
        EpochFigures last = result.epochs().get(result.epochs().size() - 1);
        boolean heldOut = result.counts().heldBack() > 0;
        HeadedLines text = new HeadedLines()
                .line("Trained on", images(result.counts()))
                .line("Accuracy", heldOut ? accuracy(last) : "unknown: no image was held out (--held-back)")
                .line("Time", time(result.epochs()));
        if (result.counts().rejected() > 0) {
            text.line("Rejected", Figures.count(result.counts().rejected()) + ", listed in " + result.rejects());
        }
        return text.line("Written", result.network().toString())
                .line(result.card().toString())
                .line(result.labels().toString())
                .line(result.record().toString())
                .line("Use it", "./fruits run --images DIR --out DIR --model " + quoted(result))
                .line("./fruits evaluate --train DIR --test DIR --out DIR --model " + quoted(result))
                .toString();
    }

    private static String accuracy(EpochFigures last) {
        return Figures.percent(last.heldBackAccuracy()) + " % on the held-out images after epoch " + last.epoch()
                + "; they are frames of the same series as the training images, so accuracy on other images is lower";
    }

    private static String time(List<EpochFigures> epochs) {
        double seconds = epochs.stream().mapToDouble(EpochFigures::seconds).sum();
        return Figures.time(Duration.ofMillis((long) (1000 * seconds))) + " for " + Figures.count(epochs.size())
                + " epochs";
    }

    private static String quoted(TrainingResult result) {
        String path = result.network().toString();
        return path.contains(" ") ? "'" + path + "'" : path;
    }

    private static String loss(double loss) {
        return String.format(Locale.ROOT, "%.3f", loss);
    }
}
