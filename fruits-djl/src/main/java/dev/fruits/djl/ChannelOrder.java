package dev.fruits.djl;

import dev.fruits.core.WrongUseException;

/** In which order a CNN wants red, green and blue. */
public enum ChannelOrder {
    RGB,
    BGR;

    static ChannelOrder parse(String text) {
        return switch (text) {
            case "RGB" -> RGB;
            case "BGR" -> BGR;
            default -> throw new WrongUseException("input channels '" + text + "': must be RGB or BGR");
        };
    }

    /** Which plane holds the colour, 0 red, 1 green, 2 blue. */
    int plane(int colour) {
        return this == RGB ? colour : 2 - colour;
    }
}
