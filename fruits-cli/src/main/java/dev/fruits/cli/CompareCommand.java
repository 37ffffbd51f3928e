package dev.fruits.cli;

import dev.fruits.cli.command.Command;
import dev.fruits.cli.command.CommandHelp;
import dev.fruits.cli.command.Invocation;
import dev.fruits.cli.compose.Adapters;
import dev.fruits.cli.console.ComparisonText;
import dev.fruits.cli.option.CommandOption;
import dev.fruits.cli.option.OptionValues;
import dev.fruits.cli.option.OutputOptions;
import dev.fruits.cli.option.RunOptions;
import dev.fruits.cli.option.ValueType;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.engine.EarlierFeatures;
import dev.fruits.core.engine.ProgressListener;
import dev.fruits.core.evaluate.EvaluationReport;
import dev.fruits.core.evaluate.ModelComparison;
import dev.fruits.core.feature.FeatureExtractor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** {@code fruits compare}: several CNNs on the same images. */
record CompareCommand(Invocation call) implements Command {
    private static final CommandOption<List<String>> MODELS = CommandOption.of(
                    "models",
                    ValueType.LIST,
                    "NAME|FILE,...",
                    "The CNNs, separated by commas: names that './fruits models' lists, or model files.")
            .required()
            .group(RunOptions.MODEL.group());

    private static final CommandOption<String> OUT = CommandOption.of(
                    "out", ValueType.LOCATION, "DIR", "Folder of the results. An earlier comparison is replaced.")
            .byDefault("fruits-comparison")
            .group(RunOptions.OUT.group());

    static final CommandHelp HELP = CommandHelp.of(
                    "compare", "Evaluates several CNNs on the same images and shows them in one table.")
            .options(EvaluationOptions.ALL)
            .options(MODELS, OUT)
            .options(OutputOptions.printing("comparison.json"))
            .footer("""
                        Files in --out
                          comparison.md, comparison.csv, comparison.json   the table
                          NAME/                                            an evaluation of each CNN

                        Extracted features are reused: adding a CNN costs only its own extraction.

                        Exit codes: 0 done, 1 the run failed, 2 wrong use, 130 interrupted by Ctrl-C.
                        """);

    @Override
    public int run() throws IOException {
        OptionValues options = call.options();
        ModelComparison comparison = call.watched(EvaluateCommand.RESUME, listener -> compare(options, listener));
        call.print(call.json() ? comparison.toJson() : ComparisonText.table(comparison));
        return 0;
    }

    private ModelComparison compare(OptionValues options, ProgressListener listener) throws IOException {
        Adapters found = call.adapters();
        Path out = Path.of(options.orDefault(OUT));
        List<EvaluationReport> reports = new ArrayList<>();
        List<String> models = Objects.requireNonNull(options.get(MODELS));
        for (Map.Entry<String, FeatureExtractor> cnn :
                extractors(models, found, listener).entrySet()) {
            String name = cnn.getKey();
            ProgressListener named = (step, done, total) -> listener.progress(name + ": " + step, done, total);
            InstantSource clock = call.context().clock();
            reports.add(new EvaluationComposition(found, clock, out.resolve(name), EarlierFeatures.NONE)
                    .run(options, cnn.getValue(), named));
        }
        ModelComparison comparison = new ModelComparison(reports, found.modelListings());
        Files.writeString(out.resolve("comparison.md"), ComparisonText.markdown(comparison));
        comparison.save(out);
        return comparison;
    }

    /** By name, all of them opened before any work. */
    private Map<String, FeatureExtractor> extractors(List<String> models, Adapters found, ProgressListener listener)
            throws IOException {
        Map<String, FeatureExtractor> extractors = new LinkedHashMap<>();
        for (String model : models) {
            FeatureExtractor extractor = found.extractor(model, call.modelCache(), listener);
            String name = extractor.model().name();
            if (extractors.put(name, extractor) != null) {
                throw new WrongUseException("models " + String.join(",", models) + ": two models are named '" + name
                        + "'; give each once, under its own name");
            }
        }
        return extractors;
    }
}
