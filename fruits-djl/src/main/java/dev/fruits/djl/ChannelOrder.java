package dev.fruits.djl;

/** In which order a CNN wants red, green and blue. */
public enum ChannelOrder {
    RGB,
    BGR;

    static ChannelOrder parse(String text) {
        ModelCard.require(
                text.equals("RGB") || text.equals("BGR"), "input channels '" + text + "': must be RGB or BGR");
        return valueOf(text);
    }

    /** Which plane holds the colour, 0 red, 1 green, 2 blue. */
    int plane(int colour) {
        return this == RGB ? colour : 2 - colour;
    }
}
