package dev.fruits.cli;

import dev.fruits.cli.command.CommandContext;
import dev.fruits.cli.command.ProgramVersion;
import dev.fruits.cli.compose.Adapters;
import dev.fruits.cli.compose.EvaluationComposition;
import dev.fruits.cli.compose.ModelCache;
import dev.fruits.cli.console.ComparisonText;
import dev.fruits.cli.console.EvaluationText;
import dev.fruits.cli.console.Failure;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.engine.ProgressListener;
import dev.fruits.core.evaluate.EvaluationReport;
import dev.fruits.core.evaluate.ModelComparison;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.sink.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code fruits compare}: several CNNs on the same images. */
@Command(
        name = "compare",
        description = "Evaluates several CNNs on the same images and shows them in one table.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        abbreviateSynopsis = true,
        descriptionHeading = "%n",
        optionListHeading = "%n",
        sortOptions = false,
        footer = {
            "",
            "Written to --out: comparison.md, comparison.csv, comparison.json, and a folder for each CNN as",
            "'fruits evaluate' writes it. Extracted features are reused: only a new CNN has to extract features.",
            "",
            "Exit codes: 0 done, 1 the run failed, 2 wrong use, 130 stopped by Ctrl-C."
        })
final class CompareCommand implements Callable<Integer> {
    private final CommandContext context;
    private final Supplier<Adapters> adapters;

    @Mixin
    EvaluationOptions options = new EvaluationOptions();

    @Option(
            names = "--models",
            required = true,
            split = ",",
            paramLabel = "NAME|FILE",
            description = "The CNNs, separated by commas: names that 'fruits models' lists, or model files.")
    List<String> models = List.of();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder of the results; those of an earlier comparison are replaced."
                    + " Default: fruits-comparison.")
    Path out = Path.of("fruits-comparison");

    @Option(names = "--json", description = "Print comparison.json on standard output, nothing else.")
    boolean json;

    @Option(names = "--quiet", description = "Show no progress.")
    boolean quiet;

    @Option(names = "--verbose", description = "Show the stack trace of an error.")
    boolean verbose;

    CompareCommand(CommandContext context, Supplier<Adapters> adapters) {
        this.context = context;
        this.adapters = adapters;
    }

    @Override
    @SuppressWarnings("CatchingUnchecked")
    public Integer call() {
        try {
            ModelComparison comparison = context.watched(quiet, EvaluateCommand.GO_ON, this::compare);
            context.out().print(json ? comparison.toJson() : ComparisonText.table(comparison));
            return 0;
        } catch (Throwable thrown) {
            return Failure.report(thrown, context.err(), verbose);
        }
    }

    private ModelComparison compare(ProgressListener listener) throws IOException {
        Adapters found = adapters.get();
        List<EvaluationReport> reports = new ArrayList<>();
        for (Map.Entry<String, FeatureExtractor> cnn :
                extractors(found, listener).entrySet()) {
            Path folder = out.resolve(cnn.getKey());
            EvaluationReport report = options.run(
                    new EvaluationComposition(found, folder),
                    cnn.getValue(),
                    null,
                    (step, done, total) -> listener.progress(cnn.getKey() + ": " + step, done, total),
                    context.clock());
            report.save(folder, new Document("evaluation.md", EvaluationText.markdown(report)));
            reports.add(report);
        }
        ModelComparison comparison = new ModelComparison(reports, found.modelListings());
        Files.writeString(out.resolve("comparison.md"), ComparisonText.markdown(comparison));
        comparison.save(out);
        return comparison;
    }

    /** By name, all of them opened before any work. */
    private Map<String, FeatureExtractor> extractors(Adapters found, ProgressListener listener) throws IOException {
        ModelCache cache = ModelCache.of(context.environment());
        Map<String, FeatureExtractor> extractors = new LinkedHashMap<>();
        for (String model : models) {
            FeatureExtractor extractor = found.extractor(model, cache, listener);
            String name = extractor.model().name();
            if (extractors.put(name, extractor) != null) {
                throw new WrongUseException("models " + String.join(",", models) + ": two are named '" + name
                        + "'; give each once, under a name of its own");
            }
        }
        return extractors;
    }
}
