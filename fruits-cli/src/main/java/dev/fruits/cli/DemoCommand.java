package dev.fruits.cli;

import dev.fruits.cli.command.CommandContext;
import dev.fruits.cli.command.ProgramVersion;
import dev.fruits.cli.compose.Adapters;
import dev.fruits.cli.compose.Composition;
import dev.fruits.cli.compose.EvaluationComposition;
import dev.fruits.cli.compose.FeaturesBelow;
import dev.fruits.cli.compose.ModelCache;
import dev.fruits.cli.compose.RunSettings;
import dev.fruits.cli.console.EvaluationText;
import dev.fruits.cli.console.Failure;
import dev.fruits.cli.console.Summary;
import dev.fruits.cli.demo.DrawnFruit;
import dev.fruits.cli.demo.FruitPhotographer;
import dev.fruits.cli.demo.PhotoPlan;
import dev.fruits.cli.demo.Photographs;
import dev.fruits.cli.option.OptionValues;
import dev.fruits.cli.option.RunOptions;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.engine.EarlierFeatures;
import dev.fruits.core.engine.ProgressListener;
import dev.fruits.core.evaluate.EvaluationBuilder;
import dev.fruits.core.evaluate.EvaluationReport;
import dev.fruits.core.evaluate.EvaluationRun;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.image.Location;
import dev.fruits.core.run.RunReport;
import dev.fruits.core.sink.Document;
import dev.fruits.local.classify.TribuoClassifier;
import dev.fruits.parquet.ParquetFeatures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fruits demo}: everything once, on photographs that it draws itself. */
@Command(
        name = "demo",
        description = {
            "Draws photographs of fruits, extracts their features, fits components, writes Parquet,",
            "trains a classifier and measures it. Needs no network and no data."
        },
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        abbreviateSynopsis = true,
        descriptionHeading = "%n",
        optionListHeading = "%n",
        sortOptions = false,
        footer = {
            "",
            "Written to --out: photographs/ (Training, Test), run/ (as 'fruits run' does), evaluation/ (as",
            "'fruits evaluate' does). A few files of Test are spoilt on purpose and are rejected with a reason.",
            "",
            "Exit codes: 0 done, 1 the run failed, 2 wrong use, 130 stopped by Ctrl-C."
        })
final class DemoCommand implements Callable<Integer> {
    private static final String GO_ON = "the same command with --overwrite begins anew";

    private final CommandContext context;
    private final Supplier<Adapters> adapters;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where photographs and results go. Default: fruits-demo.")
    Path out = Path.of("fruits-demo");

    @Option(names = "--seed", paramLabel = "S", description = "The same seed draws the same photographs. Default: 42.")
    long seed = RunOptions.DEFAULT_SEED;

    @Option(
            names = "--model",
            paramLabel = "NAME|FILE",
            description =
                    "A name that 'fruits models' lists, or a model file. Default: " + RunOptions.DEFAULT_MODEL + ".")
    @Nullable
    String model;

    @Option(
            names = "--kinds",
            paramLabel = "N",
            description = "Draw the first N kinds of fruit only, at least 2. Default: all 20.")
    int kinds = DrawnFruit.values().length;

    @Option(names = "--overwrite", description = "Replace the photographs and results of an earlier demo.")
    boolean overwrite;

    @Option(names = "--quiet", description = "Show no progress.")
    boolean quiet;

    @Option(names = "--verbose", description = "Show the stack trace of an error.")
    boolean verbose;

    DemoCommand(CommandContext context, Supplier<Adapters> adapters) {
        this.context = context;
        this.adapters = adapters;
    }

    @Override
    @SuppressWarnings("CatchingUnchecked")
    public Integer call() {
        try {
            requirePlace();
            return context.watched(quiet, GO_ON, this::demonstrate);
        } catch (Throwable thrown) {
            return Failure.report(thrown, context.err(), verbose);
        }
    }

    private void requirePlace() {
        if (kinds < 2 || kinds > DrawnFruit.values().length) {
            throw new WrongUseException("kinds " + kinds + ": must be 2 to " + DrawnFruit.values().length);
        }
        if (Files.exists(out) && !Files.isDirectory(out)) {
            throw new WrongUseException("out " + out + ": is a file; give a folder");
        }
        if (!overwrite && Files.exists(out.resolve("photographs"))) {
            throw new WrongUseException(
                    "out " + out + ": already holds a demo; pass --overwrite to replace it, or another --out");
        }
    }

    private int demonstrate(ProgressListener listener) throws IOException {
        Adapters found = adapters.get();
        String cnn = EvaluationOptions.model(model, found);
        ModelCache cache = ModelCache.of(context.environment());
        FeatureExtractor extractor = found.extractor(cnn, cache, listener);
        Photographs photographs = draw();
        RunReport run = new Composition(found, cache, context.clock()).run(runSettings(cnn), listener);
        context.out().println(Summary.of(run));
        EvaluationReport report = evaluate(found, extractor, photographs, listener);
        report.save(evaluationFolder(), new Document("evaluation.md", EvaluationText.markdown(report)));
        context.out().print(EvaluationText.summary(report, evaluationFolder()));
        return 0;
    }

    private Photographs draw() {
        PhotoPlan all = PhotoPlan.ofAllKinds(seed, processors());
        PhotoPlan plan = new PhotoPlan(
                all.kinds().subList(0, kinds), all.trainingPerKind(), all.testPerKind(), seed, all.threads());
        Photographs photographs = new FruitPhotographer(plan).photograph(out.resolve("photographs"));
        context.out()
                .printf(
                        "%-12s%d training images, %d test images of %d kinds, seed %d: %s%n%n",
                        "Images",
                        photographs.trainingCount(),
                        photographs.testCount(),
                        kinds,
                        seed,
                        out.resolve("photographs"));
        return photographs;
    }

    private RunSettings runSettings(String cnn) {
        return RunSettings.of(OptionValues.NONE
                .with(RunOptions.IMAGES, out.resolve("photographs").toString())
                .with(RunOptions.MODEL, cnn)
                .with(RunOptions.OUT, runFolder().toString())
                .with(RunOptions.OVERWRITE, overwrite ? true : null));
    }

    private Path runFolder() {
        return out.resolve("run");
    }

    private Path evaluationFolder() {
        return out.resolve("evaluation");
    }

    /** Reuses the features of the run for training and test images. */
    private EvaluationReport evaluate(
            Adapters found, FeatureExtractor extractor, Photographs photographs, ProgressListener listener)
            throws IOException {
        Location run = new Location(runFolder().toString());
        EarlierFeatures ofRun = ParquetFeatures.in(found.results(run));
        Path training = photographs.training();
        Path test = photographs.test();
        EvaluationComposition composition = new EvaluationComposition(found, evaluationFolder());
        EvaluationBuilder evaluation = EvaluationRun.builder()
                .train(composition.training(new Location(training.toString())).withGiven(below(training, ofRun)))
                .test(composition.test(new Location(test.toString())).withGiven(below(test, ofRun)))
                .extract(extractor)
                .classify(TribuoClassifier.withSeed(seed))
                .listener(listener)
                .clock(context.clock());
        return composition.run(evaluation, processors());
    }

    private static EarlierFeatures below(Path folder, EarlierFeatures ofRun) {
        return new FeaturesBelow(folder.getFileName() + "/", ofRun);
    }

    private static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }
}
