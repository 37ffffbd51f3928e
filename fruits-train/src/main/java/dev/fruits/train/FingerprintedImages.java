package dev.fruits.train;

import dev.fruits.core.Sha256;
import dev.fruits.core.image.EncodedImage;
import dev.fruits.core.image.ImageReader;
import dev.fruits.core.image.ImageRef;
import dev.fruits.core.image.ImageRejectedException;
import dev.fruits.core.image.ImageSource;
import dev.fruits.image.BicubicResampler;
import dev.fruits.image.ImageDecoder;
import dev.fruits.image.RgbImage;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Reads images at the network's size, one after the other, and keeps a fingerprint of what it read. */
final class FingerprintedImages implements Closeable {
    private static final int FINGERPRINT_DIGITS = 12;

    private final ImageReader reader;
    private final ImageDecoder decoder = new ImageDecoder();
    private final BicubicResampler resampler;
    private final MessageDigest digest = Sha256.digest();

    FingerprintedImages(ImageSource source, int side) throws IOException {
        reader = source.openReader();
        resampler = new BicubicResampler(side, side);
    }

    RgbImage read(ImageRef ref) throws IOException, ImageRejectedException {
        digest.update(ref.path().getBytes(StandardCharsets.UTF_8));
        EncodedImage encoded = reader.read(ref);
        new DigestInputStream(encoded.open(), digest).transferTo(OutputStream.nullOutputStream());
        return resampler.resize(decoder.decode(encoded));
    }

    /** Of paths and bytes so far; ends the reading. */
    String fingerprint() {
        return HexFormat.of().formatHex(digest.digest()).substring(0, FINGERPRINT_DIGITS);
    }

    @Override
    public void close() throws IOException {
        try (reader) {
            decoder.close();
        }
    }
}
