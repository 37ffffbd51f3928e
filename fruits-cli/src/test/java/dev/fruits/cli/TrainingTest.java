package dev.fruits.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fruits.cli.console.Progress;
import dev.fruits.cli.fake.FakeImages;
import dev.fruits.cli.option.OptionValues;
import dev.fruits.cli.option.RunOptions;
import dev.fruits.core.image.ImageListing;
import dev.fruits.core.image.ImageSource;
import dev.fruits.core.image.Location;
import dev.fruits.core.sink.ExistingResults;
import dev.fruits.train.DataSet;
import dev.fruits.train.EpochFigures;
import dev.fruits.train.TrainingCounts;
import dev.fruits.train.TrainingListener;
import dev.fruits.train.TrainingResult;
import dev.fruits.train.TrainingSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The trainer here learns nothing: two epochs go by, and the record holds the settings. */
class TrainingTest {
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    private OptionValues options() {
        return OptionValues.NONE
                .with(EvaluationOptions.TRAIN, "fake://images/6")
                .with(TrainOptions.OUT, out().toString());
    }

    private Path out() {
        return folder.resolve("out");
    }

    private String run(boolean json, OptionValues options) throws IOException {
        ImageSource images = FakeImages.at(new Location("fake://images/6"));
        try (Progress progress = Progress.lines(new PrintWriter(err), new StoppedClock())) {
            return Training.run(options, images, progress, json, TrainingTest::train);
        }
    }

    private static TrainingResult train(TrainingSettings settings, ImageSource source, TrainingListener listener)
            throws IOException {
        ImageListing listing = source.list();
        int images = listing.images().size();
        listener.read(images, images);
        int heldBack = settings.heldBackShare() == 0 ? 0 : 1;
        TrainingCounts counts = new TrainingCounts(
                2, images - heldBack, heldBack, listing.rejections().size(), listing.ignoredCount());
        listener.started(counts, settings.resume() ? 1 : 0, 2);
        List<EpochFigures> epochs = new ArrayList<>();
        for (int epoch = 1; epoch <= 2; epoch++) {
            listener.stepped(epoch, images, images);
            epochs.add(new EpochFigures(epoch, 1.5 / epoch, 0.5, 1.25, 0.5 * epoch, 0.001, 61.23));
            listener.finished(epochs.get(epoch - 1));
        }
        Path out = Files.createDirectories(settings.outFolder());
        Path record = Files.writeString(out.resolve("record.json"), settings.toString());
        return new TrainingResult(
                out.resolve("fruitnet.onnx"),
                out.resolve("card"),
                out.resolve("labels"),
                record,
                out.resolve("rejects.csv"),
                counts,
                epochs);
    }

    @Test
    void every_epoch_is_one_line_and_the_summary_says_how_to_use_the_network() throws IOException {
        String summary = run(false, options());
        assertThat(err.toString()).isEqualToNormalizingNewlines("""
                        Read images: 6 / 6 (100 %)
                        7 images of 2 classes: 5 for training, 1 held out, 1 rejected; 2 other entries ignored
                        Epoch 1 of 2: 6 / 6 (100 %)
                        Epoch 1 of 2: loss 1.500, held out: loss 1.250, accuracy 50.00 %, 61.2 s
                        Epoch 2 of 2: 6 / 6 (100 %)
                        Epoch 2 of 2: loss 0.750, held out: loss 1.250, accuracy 100.00 %, 61.2 s
                        """);
        Path network = out().resolve("fruitnet.onnx");
        assertThat(summary)
                .contains("Accuracy    100.00 % on the held-out images after epoch 2; they are frames of the same"
                        + " series as the training images, so accuracy on other images is lower")
                .contains("Time        2 min 2 s for 2 epochs")
                .contains("Rejected    1, listed in " + out().resolve("rejects.csv"))
                .contains("Written     " + network)
                .contains("./fruits run --images DIR --out DIR --model " + network)
                .contains("./fruits evaluate --train DIR --test DIR --out DIR --model " + network);
    }

    @Test
    void an_option_that_is_not_given_keeps_the_trainers_default() {
        assertThat(Training.settings(options()))
                .isEqualTo(TrainingSettings.into(out())
                        .dataSet(DataSet.named("6"))
                        .licence("not stated")
                        .threads(Runtime.getRuntime().availableProcessors())
                        .build());
    }

    @Test
    void every_option_reaches_the_trainer() throws IOException {
        OptionValues all = options()
                .with(TrainOptions.MODEL, "fruitnet")
                .with(TrainOptions.EPOCHS, 5)
                .with(RunOptions.SEED, 7L)
                .with(TrainOptions.BATCH, 16)
                .with(TrainOptions.HELD_BACK, 0.2)
                .with(RunOptions.THREADS, 3)
                .with(RunOptions.RESUME, true)
                .with(TrainOptions.DATA, "mine")
                .with(TrainOptions.LICENCE, "MIT");
        assertThat(Training.settings(all))
                .isEqualTo(TrainingSettings.into(out())
                        .existing(ExistingResults.REPLACE)
                        .resume(true)
                        .dataSet(DataSet.named("mine"))
                        .licence("MIT")
                        .epochs(5)
                        .seed(7)
                        .batch(16)
                        .threads(3)
                        .heldBackShare(0.2)
                        .build());
        run(false, options().with(RunOptions.RESUME, true));
        assertThat(err.toString()).contains("Resuming after epoch 1 of 2");
        assertThat(Training.settings(options().with(RunOptions.OVERWRITE, true)))
                .returns(ExistingResults.REPLACE, TrainingSettings::existing)
                .returns(false, TrainingSettings::resume);
    }

    @Test
    void json_is_the_record_and_nothing_else() throws IOException {
        assertThat(run(true, options())).isEqualTo(Files.readString(out().resolve("record.json")));
    }

    @Test
    void without_held_out_images_the_accuracy_is_reported_as_unknown() throws IOException {
        String summary = run(false, options().with(TrainOptions.HELD_BACK, 0.0));
        assertThat(err.toString()).contains("Epoch 2 of 2: loss 0.750, training accuracy 50.00 %, 61.2 s");
        assertThat(summary).contains("Accuracy    unknown: no image was held out (--held-back)");
    }
}
