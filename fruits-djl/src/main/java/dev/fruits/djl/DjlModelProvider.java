package dev.fruits.djl;

import dev.fruits.core.Spelling;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.spi.ModelListing;
import dev.fruits.core.spi.ModelProvider;
import dev.fruits.core.spi.ModelRequest;
import dev.fruits.core.spi.PortableModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Models of the bundled cards by name, and any {@code .onnx} or {@code .pt} file that has a card. */
public final class DjlModelProvider implements ModelProvider {
    private final BundledWeights bundled;
    private final List<ModelCard> cards;

    public DjlModelProvider() {
        this(BundledCards.all(), BundledWeights.onClassPath());
    }

    DjlModelProvider(List<ModelCard> cards, BundledWeights bundled) {
        this.cards = List.copyOf(cards);
        this.bundled = bundled;
    }

    @Override
    public List<ModelListing> models() {
        return cards.stream().map(this::listing).toList();
    }

    private ModelListing listing(ModelCard card) {
        return new ModelListing(
                card.name(),
                card.output().dimension(),
                card.facts().depth(),
                card.facts().parameters(),
                card.input().size(),
                card.licence(),
                card.origin(),
                new ModelListing.Weights(kind(card), files(card), card.facts().bytes()));
    }

    private ModelListing.Kind kind(ModelCard card) {
        if (bundled.has(card)) {
            return ModelListing.Kind.BUNDLED;
        }
        return card.facts().sources().isEmpty() ? ModelListing.Kind.BROUGHT : ModelListing.Kind.FETCHED;
    }

    private static List<String> files(ModelCard card) {
        return card.isPinned() ? List.of(card.file(), WeightsCache.nameOf(card)) : List.of(card.file());
    }

    @Override
    public boolean handles(ModelRequest request) {
        return named(request.model()).isPresent()
                || WeightsKind.of(request.model()).isPresent();
    }

    private Optional<ModelCard> named(String name) {
        return cards.stream().filter(card -> card.name().equals(name)).findFirst();
    }

    @Override
    public DjlFeatureExtractor open(ModelRequest request) throws IOException {
        Optional<ModelCard> named = named(request.model());
        if (named.isPresent()) {
            return openNamed(named.get(), request);
        }
        if (WeightsKind.of(request.model()).isEmpty()) {
            throw new WrongUseException(unknown(request.model()));
        }
        return DjlFeatureExtractor.of(Path.of(request.model()));
    }

    /**
     * The file of weights itself, and a card that is written into the cache.
     *
     * @throws WrongUseException also for TorchScript, as no cluster has PyTorch
     */
    @Override
    public Optional<PortableModel> portable(ModelRequest request) throws IOException {
        if (named(request.model()).filter(bundled::has).isPresent()) {
            return Optional.empty();
        }
        DjlFeatureExtractor model = open(request);
        if (model.card().kind() == WeightsKind.TORCH_SCRIPT) {
            throw new WrongUseException("model " + request.model()
                    + ": TorchScript needs PyTorch, which clusters lack; export it as .onnx (see docs/model-cards.md)");
        }
        Path card = new WeightsCache(request.cache()).card(model.card());
        return Optional.of(new PortableModel(Path.of(model.file()), card));
    }

    private DjlFeatureExtractor openNamed(ModelCard card, ModelRequest request) throws IOException {
        WeightsCache cache = new WeightsCache(request.cache());
        Path copied = request.cache().resolve(card.file());
        Optional<Path> ours = bundled.file(card, cache);
        if (ours.isPresent()) {
            return DjlFeatureExtractor.of(ours.get(), card);
        }
        if (Files.exists(copied)) {
            return DjlFeatureExtractor.of(copied, card.isPinned() ? card : WeightsCache.recorded(card, copied));
        }
        if (card.facts().sources().isEmpty()) {
            throw new WrongUseException("model " + card.name() + ": " + card.file() + " is not in " + request.cache()
                    + (card.isPinned() ? "; put it there or" : "; export it as docs/cnns.md says, and put it there or")
                    + " pass --model FILE.onnx (see ./fruits models)");
        }
        return DjlFeatureExtractor.of(PublishedWeights.file(card, cache, request.listener()), card);
    }

    private String unknown(String model) {
        List<String> names = cards.stream().map(ModelCard::name).toList();
        String closest = Spelling.closest(model, names)
                .map(name -> "; did you mean " + name + "?")
                .orElse("");
        return "model '" + model + "': neither a known name nor an .onnx or .pt file" + closest + "; known names: "
                + String.join(", ", names);
    }
}
