package dev.fruits.core.contract;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.EncodedImage;
import dev.fruits.core.image.ImageListing;
import dev.fruits.core.image.ImageReader;
import dev.fruits.core.image.ImageRef;
import dev.fruits.core.image.ImageRejectedException;
import dev.fruits.core.image.ImageSource;
import dev.fruits.core.image.Location;
import dev.fruits.core.image.Stage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A source of made-up images: {@code labels} classes of {@code perLabel} images each, whose content is their path. Every
 * {@code missingEvery}-th image is gone when it is read (0: none).
 */
public record MemoryImages(int labels, int perLabel, int missingEvery) implements ImageSource {
    private static final Instant MODIFIED = Instant.parse("2026-01-01T00:00:00Z");

    @Override
    public Location location() {
        return new Location("memory://images");
    }

    @Override
    public ImageListing list() {
        List<ImageRef> refs = new ArrayList<>();
        for (int label = 0; label < labels; label++) {
            for (int i = 0; i < perLabel; i++) {
                String path = "class %02d/%04d.jpg".formatted(label, i);
                refs.add(new ImageRef(path, "class %02d".formatted(label), path.length(), MODIFIED));
            }
        }
        if (refs.isEmpty()) {
            throw new WrongUseException("images memory://images: holds no images");
        }
        return ImageListing.of(refs);
    }

    @Override
    public ImageReader openReader() {
        return new ImageReader() {
            @Override
            public EncodedImage read(ImageRef ref) throws ImageRejectedException {
                if (isMissing(ref)) {
                    throw new ImageRejectedException(ref, Stage.READ, "gone since the listing");
                }
                return new EncodedImage(ref, ref.path().getBytes(StandardCharsets.UTF_8));
            }

            @Override
            public void close() throws IOException {}
        };
    }

    private boolean isMissing(ImageRef ref) {
        int number = Integer.parseInt(ref.path().replaceAll(".*/(\\d+)\\.jpg", "$1"));
        return missingEvery > 0 && number % missingEvery == 0;
    }
}
