package dev.fruits.spark.image;

import dev.fruits.core.image.EncodedImage;
import dev.fruits.core.image.ImageReader;
import dev.fruits.core.image.ImageRef;
import dev.fruits.core.image.ImageRejectedException;
import dev.fruits.core.image.Stage;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;

/** Reads whole files; the file system behind it is Hadoop's, which shares its connections. */
final class HadoopImageReader implements ImageReader {
    private final HadoopFolder folder;

    HadoopImageReader(HadoopFolder folder) {
        this.folder = folder;
    }

    @Override
    public EncodedImage read(ImageRef ref) throws ImageRejectedException, IOException {
        try {
            return new EncodedImage(ref, bytes(ref));
        } catch (EOFException e) {
            throw rejected(ref, "shorter than listed");
        } catch (IOException e) {
            throw rejection(ref, e);
        }
    }

    private byte[] bytes(ImageRef ref) throws ImageRejectedException, IOException {
        if (ref.bytes() > MAX_BYTES) {
            throw rejected(ref, "larger than 64 MB");
        }
        byte[] bytes;
        try (InputStream in = folder.open(folder.file(ref.path()), ref.bytes())) {
            bytes = in.readNBytes(MAX_BYTES + 1); // the file may be growing
        }
        if (bytes.length == 0) {
            throw rejected(ref, "empty file");
        }
        if (bytes.length > MAX_BYTES) {
            throw rejected(ref, "larger than 64 MB");
        }
        return bytes;
    }

    /** A missing or forbidden file is its own affair; a missing folder or a store that refuses is everybody's. */
    private ImageRejectedException rejection(ImageRef ref, IOException e) throws IOException {
        if (HadoopFolder.isDenied(e)) {
            if (folder.isObjectStore()) {
                throw folder.failure(e);
            }
            return rejected(ref, "permission denied");
        }
        if (e instanceof FileNotFoundException) {
            folder.requireThere();
            boolean isFolder = HadoopFolder.line(e).contains("directory)");
            return rejected(ref, isFolder ? "a folder since the listing" : "gone since the listing");
        }
        throw folder.failure(e);
    }

    @Override
    public void close() {
        // holds nothing between reads
    }

    private static ImageRejectedException rejected(ImageRef ref, String reason) {
        return new ImageRejectedException(ref, Stage.READ, reason);
    }
}
