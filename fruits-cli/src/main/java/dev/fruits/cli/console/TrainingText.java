package dev.fruits.cli.console;

import dev.fruits.core.train.EpochFigures;
import dev.fruits.core.train.TrainingCounts;
import dev.fruits.core.train.TrainingResult;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** A training, for people. */
public final class TrainingText {
    private static final String LINE = "%-12s%s%n";

    private TrainingText() {}

    /** {@code 13,100 photographs of 131 classes: 11,783 to learn from, 1,317 held back, 0 rejected; 0 ignored}. */
    public static String photographs(TrainingCounts counts) {
        return Figures.count((long) counts.training() + counts.heldBack() + counts.rejected()) + " photographs of "
                + Figures.count(counts.classes()) + " classes: " + Figures.count(counts.training())
                + " to learn from, " + Figures.count(counts.heldBack()) + " held back, "
                + Figures.count(counts.rejected()) + " rejected; " + Figures.count(counts.ignored())
                + " other entries ignored";
    }

    /**
     * One line without its end.
     *
     * @param epochs how many there are to be
     * @param watched whether photographs are held back
     */
    public static String epoch(EpochFigures figures, int epochs, boolean watched) {
        return "Epoch " + figures.epoch() + " of " + epochs + ": loss " + loss(figures.trainingLoss())
                + (watched
                        ? ", held back: loss " + loss(figures.heldBackLoss()) + ", accuracy "
                                + Figures.percent(figures.heldBackAccuracy()) + " %"
                        : ", accuracy while learning " + Figures.percent(figures.trainingAccuracy()) + " %")
                + ", " + Figures.oneDecimal(figures.seconds()) + " s";
    }

    /** Several lines, the last one ended. */
    public static String summary(TrainingResult result) {
        StringBuilder text = new StringBuilder();
        line(text, "Learned", photographs(result.counts()));
        EpochFigures last = result.epochs().get(result.epochs().size() - 1);
        boolean watched = result.counts().heldBack() > 0;
        line(text, "Accuracy", watched ? accuracy(last) : "not known: no photograph was held back (--held-back)");
        line(text, "Time", time(result.epochs()));
        if (result.counts().rejected() > 0) {
            line(text, "Rejected", Figures.count(result.counts().rejected()) + ", listed in " + result.rejects());
        }
        line(text, "Written", result.network().toString());
        List.of(result.card(), result.labels(), result.record()).forEach(file -> line(text, "", file.toString()));
        line(text, "Use it", "./fruits run --images DIR --out DIR --model " + quoted(result));
        line(text, "", "./fruits evaluate --train DIR --test DIR --out DIR --model " + quoted(result));
        return text.toString();
    }

    private static String accuracy(EpochFigures last) {
        return Figures.percent(last.heldBackAccuracy()) + " % of the held-back photographs after epoch " + last.epoch()
                + "; they are frames beside those learnt from, so other photographs are told less well";
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

    private static void line(StringBuilder text, String head, String what) {
        text.append(LINE.formatted(head, what));
    }
}
