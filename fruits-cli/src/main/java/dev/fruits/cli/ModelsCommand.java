package dev.fruits.cli;

import dev.fruits.cli.command.Command;
import dev.fruits.cli.command.CommandHelp;
import dev.fruits.cli.command.Invocation;
import dev.fruits.cli.console.Figures;
import dev.fruits.cli.console.TextTable;
import dev.fruits.cli.option.OutputOptions;
import dev.fruits.core.json.Json;
import dev.fruits.core.spi.ModelListing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code fruits models}: the available CNNs. */
record ModelsCommand(Invocation call) implements Command {
    static final CommandHelp HELP = CommandHelp.of(
                    "models", "Lists the CNNs that --model takes by name, and where their weights are.")
            .details("Weights are cached in the folder that FRUITS_MODELS names, or in ~/.cache/fruits/models.")
            .options(OutputOptions.JSON, OutputOptions.VERBOSE);

    @Override
    public int run() {
        Path cache = call.modelCache();
        List<ModelListing> models = call.adapters().modelListings();
        boolean json = call.json();
        call.print(json ? json(models, cache) : text(models, cache));
        return 0;
    }

    private static String text(List<ModelListing> models, Path cache) {
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
        return table.text() + System.lineSeparator() + "Cache: " + cache + System.lineSeparator();
    }

    private static String weights(ModelListing model, Path cache) {
        if (isIn(cache, model) && model.weights().kind() != ModelListing.Kind.BUNDLED) {
            return "in the cache";
        }
        return switch (model.weights().kind()) {
            case BUNDLED -> "bundled";
            case FETCHED -> "downloaded on first use" + size(model.weights().bytes());
            case BROUGHT -> "missing; put " + model.weights().files().get(0) + " into the cache";
        };
    }

    private static boolean isIn(Path cache, ModelListing model) {
        return model.weights().files().stream().anyMatch(file -> Files.isRegularFile(cache.resolve(file)));
    }

    private static String size(long bytes) {
        return bytes == 0 ? "" : " (" + Figures.megabytes(bytes) + ")";
    }

    private record Cached(String cache, List<Model> models) {}

    private record Model(
            String name,
            int dimension,
            int depth,
            long parameters,
            String input,
            String licence,
            String origin,
            ModelListing.Kind weights,
            List<String> files,
            long bytes,
            boolean inCache) {
        static Model of(ModelListing model, Path cache) {
            return new Model(
                    model.name(),
                    model.dimension(),
                    model.depth(),
                    model.parameters(),
                    model.input(),
                    model.licence(),
                    model.origin(),
                    model.weights().kind(),
                    model.weights().files(),
                    model.weights().bytes(),
                    isIn(cache, model));
        }
    }

    private static String json(List<ModelListing> models, Path cache) {
        return Json.write(new Cached(
                cache.toString(),
                models.stream().map(model -> Model.of(model, cache)).toList()));
    }
}
