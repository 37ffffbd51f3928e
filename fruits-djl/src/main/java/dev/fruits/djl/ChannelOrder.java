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

    /** Which colour is the {@code plane}th: 0 red, 1 green, 2 blue. */
    int colour(int plane) {
        return this == RGB ? plane : 2 - plane;
    }
}
