package dev.fruits.cli.demo;

/**
 * What covers a point of a surface.
 *
 * @param gloss strength of the highlight: 0 matt, 1 lacquered
 * @param velvet how much fuzz or bloom pales the edges, 0 to 1
 */
record Paint(Rgb colour, double gloss, double velvet) {
    static Paint glossy(Rgb colour, double gloss) {
        return new Paint(colour, gloss, 0);
    }

    static Paint matt(Rgb colour) {
        return new Paint(colour, 0.03, 0);
    }
}
