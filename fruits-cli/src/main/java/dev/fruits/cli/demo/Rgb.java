package dev.fruits.cli.demo;

/** A colour in linear light, 0 to 1 each; the display's curve is taken as a square. */
record Rgb(double red, double green, double blue) {
    static final Rgb WHITE = new Rgb(1, 1, 1);

    /** The colour that a screen shows for {@code 0xRRGGBB}. */
    static Rgb hex(int rgb) {
        return new Rgb(linear(rgb >> 16), linear(rgb >> 8), linear(rgb));
    }

    private static double linear(int channel) {
        double screen = (channel & 0xff) / 255.0;
        return screen * screen;
    }

    /** From this colour ({@code share} 0) to the other ({@code share} 1); beyond both ends it stays. */
    Rgb mix(Rgb other, double share) {
        double s = Math.min(1, Math.max(0, share));
        return new Rgb(red + s * (other.red - red), green + s * (other.green - green), blue + s * (other.blue - blue));
    }

    Rgb times(double factor) {
        return new Rgb(red * factor, green * factor, blue * factor);
    }

    Rgb times(double ofRed, double ofGreen, double ofBlue) {
        return new Rgb(red * ofRed, green * ofGreen, blue * ofBlue);
    }
}
