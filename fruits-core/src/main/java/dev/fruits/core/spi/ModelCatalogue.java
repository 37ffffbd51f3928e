package dev.fruits.core.spi;

import dev.fruits.core.Spelling;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.feature.FeatureExtractor;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/**
 * The CNNs that are available.
 *
 * @param providers asked in this order
 */
public record ModelCatalogue(List<ModelProvider> providers) {
    public ModelCatalogue {
        providers = List.copyOf(providers);
    }

    /** What {@link ServiceLoader} finds, in the order of class names. */
    public static ModelCatalogue onClassPath() {
        return new ModelCatalogue(ServiceLoader.load(ModelProvider.class).stream()
                .sorted(Comparator.comparing(provider -> provider.type().getName()))
                .map(ServiceLoader.Provider::get)
                .toList());
    }

    /** What can be used by name, sorted by name. */
    public List<ModelListing> listings() {
        return providers.stream()
                .flatMap(provider -> provider.models().stream())
                .sorted(Comparator.comparing(ModelListing::name))
                .toList();
    }

    /**
     * Who has this model.
     *
     * @throws WrongUseException if nobody has; the message names what there is
     */
    public ModelProvider provider(ModelRequest request) {
        return providers.stream()
                .filter(provider -> provider.handles(request))
                .findFirst()
                .orElseThrow(() -> unknown(request.model()));
    }

    /** As {@link ModelProvider#open}, by who has the model. */
    public FeatureExtractor open(ModelRequest request) throws IOException {
        return provider(request).open(request);
    }

    private WrongUseException unknown(String model) {
        List<String> known = listings().stream().map(ModelListing::name).toList();
        return new WrongUseException("model " + model + ": neither a known name nor a model file"
                + Spelling.hint(model, known) + "; known: " + (known.isEmpty() ? "none" : String.join(", ", known)));
    }
}
