package dev.fruits.djl;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The cards that come with this module; of the weights, only those of our own do. */
final class BundledCards {
    private static final List<ModelCard> ALL = List.of(
                    "alexnet",
                    "fruitnet",
                    "inception_v3",
                    "mobilenet_v1",
                    "mobilenet_v2",
                    "mobilenet_v2_035",
                    "resnet18",
                    "resnet50",
                    "squeezenet",
                    "vgg16")
            .stream()
            .map(BundledCards::read)
            .toList();

    private BundledCards() {}

    /** Sorted by name. */
    static List<ModelCard> all() {
        return ALL;
    }

    static Optional<ModelCard> first(Predicate<ModelCard> condition) {
        return ALL.stream().filter(condition).findFirst();
    }

    private static ModelCard read(String name) {
        String resource = "cards/" + name + ".card.json";
        try (InputStream in = BundledCards.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("fruits-djl is incomplete: " + resource + " is missing");
            }
            return CardJson.parseBundled(resource, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
