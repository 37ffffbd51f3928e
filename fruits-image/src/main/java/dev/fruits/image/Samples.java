package dev.fruits.image;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * Takes the stored samples out of a picture. {@link BufferedImage#getRGB} is never asked: it converts between colour
 * spaces, and turns a grey of 119 into 179.
 */
final class Samples {
    private static final int WHITE = 255;

    private Samples() {}

    /**
     * @param paletteSize colours that the file gave; its reader may have filled the palette up
     */
    static RgbImage toRgb(String format, BufferedImage picture, int paletteSize) throws UndecodableException {
        ColorModel colours = picture.getColorModel();
        byte[] rgb = new byte[RgbImage.CHANNELS * picture.getWidth() * picture.getHeight()];
        if (picture.getType() == BufferedImage.TYPE_3BYTE_BGR
                && picture.getRaster().getDataBuffer() instanceof DataBufferByte buffer
                && buffer.getData().length == rgb.length) {
            swapRedAndBlue(buffer.getData(), rgb);
        } else if (colours instanceof IndexColorModel palette) {
            lookUp(format, picture.getRaster(), palette, paletteSize, rgb);
        } else {
            scale(picture.getRaster(), colours.hasAlpha(), rgb);
        }
        return new RgbImage(picture.getWidth(), picture.getHeight(), rgb);
    }

    private static void swapRedAndBlue(byte[] bgr, byte[] rgb) {
        for (int i = 0; i < rgb.length; i += RgbImage.CHANNELS) {
            rgb[i] = bgr[i + 2];
            rgb[i + 1] = bgr[i + 1];
            rgb[i + 2] = bgr[i];
        }
    }

    private static void lookUp(String format, Raster raster, IndexColorModel palette, int paletteSize, byte[] rgb)
            throws UndecodableException {
        int[] row = new int[raster.getWidth()];
        for (int y = 0, at = 0; y < raster.getHeight(); y++) {
            raster.getSamples(0, y, raster.getWidth(), 1, 0, row);
            for (int index : row) {
                if (index >= Math.min(paletteSize, palette.getMapSize())) {
                    throw UndecodableException.damaged(format);
                }
                int alpha = palette.getAlpha(index);
                rgb[at++] = onWhite(palette.getRed(index), alpha);
                rgb[at++] = onWhite(palette.getGreen(index), alpha);
                rgb[at++] = onWhite(palette.getBlue(index), alpha);
            }
        }
    }

    /** Grey, grey and alpha, RGB, RGBA of any number of bits. */
    private static void scale(Raster raster, boolean hasAlpha, byte[] rgb) {
        int bands = raster.getNumBands();
        int colours = hasAlpha ? bands - 1 : bands;
        int max = (1 << raster.getSampleModel().getSampleSize(0)) - 1;
        int[] row = new int[bands * raster.getWidth()];
        for (int y = 0, to = 0; y < raster.getHeight(); y++) {
            raster.getPixels(0, y, raster.getWidth(), 1, row);
            for (int pixel = 0; pixel < row.length; pixel += bands) {
                int alpha = hasAlpha ? eightBits(row[pixel + colours], max) : WHITE;
                for (int channel = 0; channel < RgbImage.CHANNELS; channel++) {
                    int sample = row[pixel + Math.min(channel, colours - 1)];
                    rgb[to++] = onWhite(eightBits(sample, max), alpha);
                }
            }
        }
    }

    /** The nearest of 256 levels. */
    static int eightBits(long sample, long max) {
        return (int) ((sample * WHITE + max / 2) / max);
    }

    static byte onWhite(int sample, int alpha) {
        return (byte) ((sample * alpha + WHITE * (WHITE - alpha) + WHITE / 2) / WHITE);
    }
}
