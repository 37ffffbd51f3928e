package dev.fruits.cli.demo;

import java.util.List;
import java.util.function.Function;

/** The kinds of fruit that the demonstration can draw. */
public enum DrawnFruit {
    APPLE_GREEN("Apple Green", 0, Pomes::greenApple),
    APPLE_RED("Apple Red", 0, Pomes::redApple),
    AUBERGINE("Aubergine", 42, Nightshades::aubergine),
    BANANA("Banana", 52, Exotics::banana),
    BLACKBERRY("Blackberry", 0, Berries::blackberry),
    BLUEBERRY("Blueberry", 20, Berries::blueberry),
    CHERRY("Cherry", 0, StoneFruits::cherries),
    GRAPE_WHITE("Grape White", 0, Berries::grapes),
    KIWI("Kiwi", 72, Exotics::kiwi),
    LEMON("Lemon", 66, Citrus::lemon),
    LIME("Lime", 60, Citrus::lime),
    ORANGE("Orange", 0, Citrus::orange),
    PEACH("Peach", 0, StoneFruits::peach),
    PEAR("Pear", 0, Pomes::pear),
    PINEAPPLE("Pineapple", 0, Exotics::pineapple),
    PLUM("Plum", 24, StoneFruits::plum),
    RASPBERRY("Raspberry", 0, Berries::raspberry),
    STRAWBERRY("Strawberry", 0, Berries::strawberry),
    TOMATO("Tomato", 0, Nightshades::tomato),
    WATERMELON("Watermelon", 12, Exotics::watermelon);

    private final String label;
    private final double lean;

    @SuppressWarnings("ImmutableEnumChecker") // a reference to a static method: it holds no state
    private final Function<Growth, List<Mesh>> recipe;

    DrawnFruit(String label, double lean, Function<Growth, List<Mesh>> recipe) {
        this.label = label;
        this.lean = lean;
        this.recipe = recipe;
    }

    /** Its class, and so the name of its folder. */
    public String label() {
        return label;
    }

    /** How far its own axis usually leans to the right in an image, in degrees. */
    double lean() {
        return lean;
    }

    /** A new specimen. */
    List<Mesh> grow(Growth growth) {
        return recipe.apply(growth);
    }
}
