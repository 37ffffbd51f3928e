package dev.fruits.cli;

import dev.fruits.cli.compose.Adapters;
import dev.fruits.cli.compose.ModelCache;
import dev.fruits.cli.console.Failure;
import dev.fruits.cli.console.Figures;
import dev.fruits.cli.console.TextTable;
import dev.fruits.core.json.Json;
import dev.fruits.core.spi.ModelListing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fruits models}: what can be used by name. */
@Command(
        name = "models",
        description = {
            "Lists the CNNs that --model takes by name, and whether their weights are in the cache.",
            "The cache is the folder that FRUITS_MODELS names, else ~/.cache/fruits/models."
        },
        mixinStandardHelpOptions = true,
        versionProvider = FruitsCommand.Version.class,
        descriptionHeading = "%n",
        optionListHeading = "%n")
final class ModelsCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Supplier<Adapters> adapters;

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    @Option(names = "--verbose", description = "Show the stack trace of an error.")
    boolean verbose;

    ModelsCommand(Surroundings surroundings, Supplier<Adapters> adapters) {
        this.surroundings = surroundings;
        this.adapters = adapters;
    }

    @Override
    @SuppressWarnings("CatchingUnchecked")
    public Integer call() {
        try {
            ModelCache cache = ModelCache.of(surroundings.environment());
            List<ModelListing> models = adapters.get().modelListings();
            surroundings.out().print(json ? json(models, cache) : text(models, cache));
            return 0;
        } catch (Throwable thrown) {
            return Failure.report(thrown, surroundings.err(), verbose);
        }
    }

    private static String text(List<ModelListing> models, ModelCache cache) {
        TextTable table =
                new TextTable("NAME", "FEATURES", "DEPTH", "PARAMETERS", "INPUT", "LICENCE", "WEIGHTS", "ORIGIN");
        models.forEach(model -> table.row(
                model.name(),
                Integer.toString(model.dimension()),
                Figures.known(model.depth()),
                Figures.known(model.parameters()),
                model.input(),
                model.licence(),
                weights(model, cache),
                model.origin()));
        return table.text() + System.lineSeparator() + "Cache: " + cache.folder() + System.lineSeparator();
    }

    private static String weights(ModelListing model, ModelCache cache) {
        if (cache.holds(model) && model.weights().kind() != ModelListing.Kind.BUNDLED) {
            return "in the cache";
        }
        return switch (model.weights().kind()) {
            case BUNDLED -> "bundled";
            case FETCHED -> "fetched at first use" + size(model.weights().bytes());
            case BROUGHT -> "put " + model.weights().files().get(0) + " into the cache";
        };
    }

    private static String size(long bytes) {
        return bytes == 0 ? "" : " (" + Figures.megabytes(bytes) + ")";
    }

    private static String json(List<ModelListing> models, ModelCache cache) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("cache", cache.folder().toString());
        document.put(
                "models", models.stream().map(model -> fields(model, cache)).toList());
        return Json.write(document);
    }

    private static Map<String, Object> fields(ModelListing model, ModelCache cache) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", model.name());
        fields.put("dimension", model.dimension());
        fields.put("depth", model.depth());
        fields.put("parameters", model.parameters());
        fields.put("input", model.input());
        fields.put("licence", model.licence());
        fields.put("origin", model.origin());
        fields.put("weights", model.weights().kind().name().toLowerCase(Locale.ROOT));
        fields.put("files", model.weights().files());
        fields.put("bytes", model.weights().bytes());
        fields.put("in_cache", cache.holds(model));
        return fields;
    }
}
