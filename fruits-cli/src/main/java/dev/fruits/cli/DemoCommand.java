package dev.fruits.cli;

import dev.fruits.cli.command.Command;
import dev.fruits.cli.command.CommandHelp;
import dev.fruits.cli.command.Invocation;
import dev.fruits.cli.compose.Adapters;
import dev.fruits.cli.compose.Composition;
import dev.fruits.cli.compose.RunSettings;
import dev.fruits.cli.console.EvaluationText;
import dev.fruits.cli.console.HeadedLines;
import dev.fruits.cli.console.Summary;
import dev.fruits.cli.demo.DrawnFruit;
import dev.fruits.cli.demo.DrawnImages;
import dev.fruits.cli.demo.FruitDrawing;
import dev.fruits.cli.option.CommandOption;
import dev.fruits.cli.option.OptionValues;
import dev.fruits.cli.option.OutputOptions;
import dev.fruits.cli.option.RunOptions;
import dev.fruits.cli.option.ValueType;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.engine.EarlierFeatures;
import dev.fruits.core.engine.ProgressListener;
import dev.fruits.core.evaluate.EvaluationReport;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.image.Location;
import dev.fruits.core.run.RunReport;
import dev.fruits.parquet.ParquetFeatures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** {@code fruits demo}: every step once, on images that it draws itself. */
record DemoCommand(Invocation call) implements Command {
    private static final String RESTART = "the same command with --overwrite starts again";
    private static final String RUN = "run";
    private static final String EVALUATION = "evaluation";
    private static final int TRAINING_PER_KIND = 30;
    private static final int TEST_PER_KIND = 15;
    private static final int KINDS = DrawnFruit.values().length;

    private static final CommandOption<String> OUT = CommandOption.of(
                    "out", ValueType.LOCATION, "DIR", "Folder of the images and the results.")
            .byDefault("fruits-demo");

    private static final CommandOption<Integer> FRUITS = CommandOption.of(
                    "kinds", ValueType.INTEGER, "N", "Draw the first N kinds of fruit only, at least 2.")
            .byDefault("all " + KINDS, () -> KINDS)
            .check(DemoCommand::requireKinds);

    static final CommandHelp HELP = CommandHelp.of(
                    "demo", "Runs the whole pipeline on drawn images of fruits and evaluates a classifier.")
            .details("It needs neither a network nor data.")
            .options(
                    OUT,
                    FRUITS,
                    RunOptions.SEED
                            .help("Seed of the drawing; the same seed draws the same images.")
                            .group(""),
                    RunOptions.MODEL.group(""),
                    RunOptions.OVERWRITE
                            .help("Replace the images and results of an earlier demo.")
                            .group(""),
                    OutputOptions.QUIET.group(""),
                    OutputOptions.VERBOSE.group(""))
            .footer("""
                    Folders in --out
                      photographs/   the drawn images: Training and Test
                      run/           the results, as './fruits run' writes them
                      evaluation/    the evaluation, as './fruits evaluate' writes it

                    A few damaged files in Test show how images are rejected.

                    Exit codes: 0 done, 1 the run failed, 2 wrong use, 130 interrupted by Ctrl-C.
                    """);

    @Override
    public int run() throws IOException {
        OptionValues options = call.options();
        requireFree(Path.of(options.orDefault(OUT)), options.is(RunOptions.OVERWRITE));
        return call.watched(RESTART, listener -> demonstrate(options, listener));
    }

    private static void requireKinds(int kinds) {
        if (kinds < 2 || kinds > KINDS) {
            throw new WrongUseException("kinds " + kinds + ": must be 2 to " + KINDS);
        }
    }

    private static void requireFree(Path out, boolean overwrite) {
        if (Files.exists(out) && !Files.isDirectory(out)) {
            throw new WrongUseException("out " + out + ": is a file; give a folder");
        }
        if (!overwrite && Files.exists(out.resolve("photographs"))) {
            throw new WrongUseException(
                    "out " + out + ": already holds a demo; pass --overwrite to replace it, or another --out");
        }
    }

    private int demonstrate(OptionValues options, ProgressListener listener) throws IOException {
        Adapters found = call.adapters();
        Path out = Path.of(options.orDefault(OUT));
        long seed = options.orDefault(RunOptions.SEED);
        String cnn = EvaluationOptions.model(options, found);
        FeatureExtractor extractor = found.extractor(cnn, call.modelCache(), listener);
        DrawnImages images = draw(out, options.orDefault(FRUITS), seed);
        RunReport run = new Composition(found, call.modelCache(), call.context().clock())
                .run(runSettings(options, out, cnn), listener);
        call.context().out().println(Summary.of(run));
        EvaluationReport report = evaluate(found, extractor, images, out, seed, listener);
        call.print(EvaluationText.summary(report, out.resolve(EVALUATION)));
        return 0;
    }

    private DrawnImages draw(Path out, int kinds, long seed) {
        List<DrawnFruit> drawn = List.of(DrawnFruit.values()).subList(0, kinds);
        DrawnImages images = new FruitDrawing(
                        drawn,
                        TRAINING_PER_KIND,
                        TEST_PER_KIND,
                        seed,
                        Runtime.getRuntime().availableProcessors())
                .draw(out.resolve("photographs"));
        String counts = String.format(
                Locale.ROOT,
                "%d training images, %d test images of %d kinds, seed %d: ",
                images.trainingCount(),
                images.testCount(),
                kinds,
                seed);
        call.context().out().println(new HeadedLines().line("Images", counts + out.resolve("photographs")));
        return images;
    }

    private static RunSettings runSettings(OptionValues options, Path out, String cnn) {
        return RunSettings.of(OptionValues.NONE
                .with(RunOptions.IMAGES, out.resolve("photographs").toString())
                .with(RunOptions.MODEL, cnn)
                .with(RunOptions.OUT, out.resolve(RUN).toString())
                .with(RunOptions.OVERWRITE, options.get(RunOptions.OVERWRITE)));
    }

    /** Reuses the features of the run for training and test images. */
    private EvaluationReport evaluate(
            Adapters found,
            FeatureExtractor extractor,
            DrawnImages images,
            Path out,
            long seed,
            ProgressListener listener)
            throws IOException {
        Location run = new Location(out.resolve(RUN).toString());
        EarlierFeatures ofRun = ParquetFeatures.in(found.results(run));
        OptionValues evaluated = OptionValues.NONE
                .with(EvaluationOptions.TRAIN, images.training().toString())
                .with(EvaluationOptions.TEST, images.test().toString())
                .with(RunOptions.SEED, seed);
        return new EvaluationComposition(found, call.context().clock(), out.resolve(EVALUATION), ofRun)
                .run(evaluated, extractor, listener);
    }
}
