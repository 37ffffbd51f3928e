package dev.fruits.examples;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.EncodedImage;
import dev.fruits.core.image.ImageFormat;
import dev.fruits.core.image.ImageListing;
import dev.fruits.core.image.ImageReader;
import dev.fruits.core.image.ImageRef;
import dev.fruits.core.image.ImageRejectedException;
import dev.fruits.core.image.ImageSource;
import dev.fruits.core.image.ListingBuilder;
import dev.fruits.core.image.Location;
import dev.fruits.core.image.Stage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A source of one's own, without touching the SDK: photographs in a ZIP file, one folder per class. The specification
 * holds a path only; each reader opens the file for itself, so that it works on any engine that sees the file.
 *
 * @param file path of the ZIP file
 */
public record ZipImageSource(String file) implements ImageSource {
    @Override
    public Location location() {
        return new Location(file);
    }

    @Override
    public ImageListing list() throws IOException {
        if (!Files.isRegularFile(Path.of(file))) {
            throw new WrongUseException("images " + file + ": no such ZIP file");
        }
        ListingBuilder listing = new ListingBuilder(location());
        try (ZipFile zip = new ZipFile(file)) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (!entry.isDirectory()) {
                    listing.add(
                            entry.getName(),
                            entry.getSize(),
                            entry.getLastModifiedTime().toInstant(),
                            () -> {
                                try (InputStream bytes = zip.getInputStream(entry)) {
                                    return bytes.readNBytes(ImageFormat.HEAD_BYTES);
                                }
                            });
                }
            }
        }
        return listing.build();
    }

    @Override
    public ImageReader openReader() throws IOException {
        ZipFile zip = new ZipFile(file);
        return new ImageReader() {
            @Override
            public EncodedImage read(ImageRef ref) throws ImageRejectedException, IOException {
                ZipEntry entry = zip.getEntry(ref.path());
                if (entry == null) {
                    throw new ImageRejectedException(ref, Stage.READ, "gone since the listing");
                }
                if (entry.getSize() == 0) {
                    throw new ImageRejectedException(ref, Stage.READ, "empty file");
                }
                try (InputStream bytes = zip.getInputStream(entry)) {
                    return new EncodedImage(ref, bytes.readAllBytes());
                }
            }

            @Override
            public void close() throws IOException {
                zip.close();
            }
        };
    }
}
