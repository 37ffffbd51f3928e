package dev.fruits.spark.hadoop;

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
    private final HadoopLocation folder;

    /** @throws IOException if this machine does not see the folder */
    HadoopImageReader(HadoopLocation folder) throws IOException {
        this.folder = folder;
        requireFolder();
    }

    @Override
    public EncodedImage read(ImageRef ref) throws ImageRejectedException, IOException {
        if (ref.bytes() > MAX_BYTES) {
            throw rejected(ref, "larger than 64 MB");
        }
        try (InputStream in = folder.open(folder.resolve(ref.path()), ref.bytes())) {
            return EncodedImage.read(ref, in);
        } catch (EOFException e) {
            throw rejected(ref, "shorter than listed");
        } catch (IOException e) {
            throw rejection(ref, e);
        }
    }

    /** A missing or forbidden file concerns one image; a missing folder or a store that refuses concerns all of them. */
    private ImageRejectedException rejection(ImageRef ref, IOException e) throws IOException {
        if (HadoopReason.isDenied(e)) {
            if (folder.isObjectStore()) {
                throw HadoopReason.failure(folder, e);
            }
            return rejected(ref, "permission denied");
        }
        if (e instanceof FileNotFoundException) {
            requireFolder();
            boolean isFolder = String.valueOf(e.getMessage()).contains("directory)");
            return rejected(ref, isFolder ? "a folder since the listing" : "gone since the listing");
        }
        throw HadoopReason.failure(folder, e);
    }

    private void requireFolder() throws IOException {
        try {
            if (folder.files().exists(folder.path())) {
                return;
            }
        } catch (IOException e) {
            throw HadoopReason.failure(folder, e);
        }
        throw new IOException("images " + folder.location() + ": this machine does not have the folder; put the images"
                + " where every machine sees them (hdfs://, s3://), or at this path on every machine");
    }

    @Override
    public void close() {
        // holds nothing between reads
    }

    private static ImageRejectedException rejected(ImageRef ref, String reason) {
        return new ImageRejectedException(ref, Stage.READ, reason);
    }
}
