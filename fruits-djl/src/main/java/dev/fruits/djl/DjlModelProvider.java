package dev.fruits.djl;

import dev.fruits.core.Spelling;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.spi.ModelListing;
import dev.fruits.core.spi.ModelProvider;
import dev.fruits.core.spi.ModelRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Models of the bundled cards by name, and any {@code .onnx} file that has a card. */
public final class DjlModelProvider implements ModelProvider {
    static final String ONNX = ".onnx";

    @Override
    public List<ModelListing> models() {
        return BundledCards.all().stream().map(DjlModelProvider::listing).toList();
    }

    private static ModelListing listing(ModelCard card) {
        return new ModelListing(
                card.name(),
                card.output().dimension(),
                card.input().size(),
                card.licence(),
                card.origin(),
                card.file(),
                BundledWeights.onClassPath().has(card));
    }

    @Override
    public boolean handles(ModelRequest request) {
        return BundledCards.named(request.model()).isPresent() || isOnnx(request.model());
    }

    private static boolean isOnnx(String model) {
        return model.toLowerCase(Locale.ROOT).endsWith(ONNX);
    }

    @Override
    public FeatureExtractor open(ModelRequest request) throws IOException {
        Optional<ModelCard> named = BundledCards.named(request.model());
        if (named.isPresent()) {
            return openNamed(named.get(), request.cache());
        }
        if (!isOnnx(request.model())) {
            throw new WrongUseException(unknown(request.model()));
        }
        return DjlFeatureExtractor.of(Path.of(request.model()));
    }

    private static FeatureExtractor openNamed(ModelCard card, Path cache) throws IOException {
        Optional<Path> bundled = BundledWeights.onClassPath().file(card, cache);
        Path file = bundled.orElseGet(() -> cache.resolve(card.file()));
        if (!Files.exists(file)) {
            throw new WrongUseException("model " + card.name() + ": " + card.file() + " is not in " + cache
                    + "; put it there or pass --model FILE.onnx (see ./fruits models)");
        }
        return DjlFeatureExtractor.of(file, card);
    }

    private static String unknown(String model) {
        List<String> names = BundledCards.all().stream().map(ModelCard::name).toList();
        String closest = Spelling.closest(model, names)
                .map(name -> "; did you mean " + name + "?")
                .orElse("");
        return "model '" + model + "': neither a known name nor an .onnx file" + closest + "; known names: "
                + String.join(", ", names);
    }
}
