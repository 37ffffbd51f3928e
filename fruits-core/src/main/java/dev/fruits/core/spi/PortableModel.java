package dev.fruits.core.spi;

import java.nio.file.Path;

/**
 * A model as two files that any machine opens by the first one: equal in
 * {@link dev.fruits.core.feature.FeatureExtractor#model()} and in every feature.
 *
 * @param weights on this machine; its name is kept elsewhere
 * @param card what must lie beside the weights, as {@link #cardName()}; its name here is another
 */
public record PortableModel(Path weights, Path card) {
    private static final String CARD = ".card.json";

    /** What the card of a file of weights is called: {@code mine.card.json} beside {@code mine.onnx}. */
    public static String cardName(String weights) {
        return (weights.contains(".") ? weights.substring(0, weights.lastIndexOf('.')) : weights) + CARD;
    }

    public String weightsName() {
        return String.valueOf(weights.getFileName());
    }

    /** What {@link #card()} must be called beside the weights. */
    public String cardName() {
        return cardName(weightsName());
    }
}
