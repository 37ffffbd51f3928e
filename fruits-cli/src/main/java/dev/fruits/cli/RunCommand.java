package dev.fruits.cli;

import dev.fruits.cli.command.Command;
import dev.fruits.cli.command.CommandHelp;
import dev.fruits.cli.command.Invocation;
import dev.fruits.cli.compose.Composition;
import dev.fruits.cli.compose.RunSettings;
import dev.fruits.cli.console.Failure;
import dev.fruits.cli.console.FollowText;
import dev.fruits.cli.console.HostReports;
import dev.fruits.cli.console.Summary;
import dev.fruits.cli.option.CommandOption;
import dev.fruits.cli.option.FollowOptions;
import dev.fruits.cli.option.OptionValues;
import dev.fruits.cli.option.OutputOptions;
import dev.fruits.cli.option.RunOptions;
import dev.fruits.cli.option.StoreOptions;
import dev.fruits.core.engine.HostReport;
import dev.fruits.core.image.Location;
import dev.fruits.core.json.Json;
import dev.fruits.core.run.Manifest;
import dev.fruits.core.run.RunReport;
import dev.fruits.core.spi.FollowTotals;
import java.io.IOException;
import java.util.List;
import java.util.function.ObjLongConsumer;

/** {@code fruits run}: from images to results. */
record RunCommand(Invocation call) implements Command {
    private static final String RESUME = "the same command with --resume continues";

    private static final CommandOption<Boolean> DOCTOR = CommandOption.flag(
                    "doctor",
                    "Run nothing, but check every machine: whether it reaches the images, loads the CNN and processes an"
                            + " image. The exit code is 1 if one fails.")
            .group("Engine");

    static final CommandHelp HELP = CommandHelp.of(
                    "run", "Extracts the features of labelled images, fits principal components and writes both.")
            .argument(
                    "PIPELINE.yaml",
                    "0..1",
                    "A pipeline file, or its URL on Spark. Options override the values of the file.")
            .options(
                    RunOptions.IMAGES,
                    RunOptions.PER_LABEL,
                    RunOptions.SEED,
                    RunOptions.MODEL,
                    RunOptions.BATCH,
                    RunOptions.THREADS,
                    RunOptions.PCA,
                    RunOptions.VARIANCE,
                    RunOptions.REDUCER,
                    RunOptions.OUT,
                    RunOptions.RESUME,
                    RunOptions.OVERWRITE,
                    RunOptions.ENGINE,
                    RunOptions.WORK_DIR,
                    DOCTOR)
            .options(FollowOptions.ALL)
            .options(StoreOptions.ALL)
            .options(OutputOptions.printing("the manifest of the run as JSON"))
            .footer("""
                    Pipeline file
                      source:  { images: photos/Test, per-label: 10, seed: 42 }
                      extract: { model: mobilenet_v2, batch: 16, threads: 4 }
                      reduce:  { pca: { variance: 0.95 } }        # or { components: 200 }
                      sink:    { parquet: "${OUT:-results}" }     # a variable of the environment, or results
                      engine:  local

                    Examples
                      ./fruits run --images photos --per-label 10 --variance 0.9 --out out
                      ./fruits run pipeline.yaml --out out2 --json
                      ./fruits run pipeline.yaml --resume        continue after Ctrl-C
                      ./fruits run pipeline.yaml --doctor        check every machine

                    Relative paths, in options and in the file, start at the current folder.
                    Exit codes: 0 done, 1 the run failed, 2 wrong use, 130 interrupted by Ctrl-C.
                    """);

    @Override
    public int run() throws IOException {
        OptionValues options = call.options();
        Composition composition = new Composition(
                call.adapters(), call.modelCache(), call.context().clock());
        if (FollowOptions.follows(options)) {
            return print(followed(options, composition));
        }
        RunSettings settings = RunSettings.of(call.pipeline(options));
        return options.is(DOCTOR) ? doctor(settings, composition) : run(settings, composition);
    }

    private int print(String text) {
        call.print(text);
        return 0;
    }

    private int run(RunSettings settings, Composition composition) throws IOException {
        RunReport report = call.watched(RESUME, listener -> composition.run(settings, listener));
        return print(call.json() ? Manifest.of(report) : Summary.of(report));
    }

    private int doctor(RunSettings settings, Composition composition) throws IOException {
        List<HostReport> hosts =
                call.watched(EvaluateCommand.RESUME, listener -> composition.doctor(settings, listener));
        print(call.json() ? HostReports.json(hosts) : HostReports.text(hosts));
        return hosts.stream().allMatch(HostReport::isFit) ? 0 : Failure.RUN_FAILED;
    }

    private String followed(OptionValues options, Composition composition) throws IOException {
        Location projection = FollowOptions.projection(options);
        OptionValues engine = options.has(RunOptions.ENGINE)
                ? OptionValues.NONE
                : OptionValues.NONE.with(
                        RunOptions.ENGINE, composition.adapters().follower().name());
        RunSettings settings = RunSettings.of(engine.over(call.pipeline(options)));
        boolean once = options.is(FollowOptions.FOLLOW_ONCE);
        ObjLongConsumer<RunReport> shown =
                (report, batch) -> call.context().err().println(FollowText.batch(batch, report));
        ObjLongConsumer<RunReport> listener = options.is(OutputOptions.QUIET) ? (report, batch) -> {} : shown;
        FollowTotals totals = call.context()
                .watched(
                        true, EvaluateCommand.RESUME, none -> composition.follow(settings, projection, once, listener));
        return call.json() ? Json.write(totals) : FollowText.totals(totals) + System.lineSeparator();
    }
}
