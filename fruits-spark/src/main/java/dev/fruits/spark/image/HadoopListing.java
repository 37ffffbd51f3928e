package dev.fruits.spark.image;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.ImageFormat;
import dev.fruits.core.image.ImageListing;
import dev.fruits.core.image.ListingBuilder;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.RemoteIterator;

/** One recursive listing; flat on an object store. */
final class HadoopListing {
    private final HadoopFolder folder;
    private final ListingBuilder listing;

    HadoopListing(HadoopFolder folder) {
        this.folder = folder;
        this.listing = new ListingBuilder(folder.location());
    }

    ImageListing list() throws IOException {
        try {
            requireFolder();
            RemoteIterator<LocatedFileStatus> found = folder.files().listFiles(folder.root(), true);
            while (found.hasNext()) {
                add(found.next());
            }
        } catch (IOException e) {
            throw folder.failure(e);
        }
        return listing.build();
    }

    private void requireFolder() throws IOException {
        try {
            if (folder.files().getFileStatus(folder.root()).isDirectory()) {
                return;
            }
        } catch (FileNotFoundException e) {
            throw new WrongUseException("images " + folder.location() + ": no such folder; check the path", e);
        }
        throw new WrongUseException("images " + folder.location()
                + ": is a file, not a folder; pass the folder that holds one sub-folder per class");
    }

    private void add(LocatedFileStatus file) throws IOException {
        String path = folder.relative(file.getPath());
        if (path.indexOf('\uFFFD') >= 0) {
            listing.reject(path, "its path is not valid text in this machine's encoding of file names");
            return;
        }
        try {
            listing.add(path, file.getLen(), Instant.ofEpochMilli(file.getModificationTime()), () -> head(file));
        } catch (IOException e) {
            if (!HadoopFolder.isDenied(e) || folder.isObjectStore()) {
                throw e;
            }
            listing.reject(path, "permission denied");
        }
    }

    private byte[] head(LocatedFileStatus file) throws IOException {
        try (InputStream in = folder.open(file.getPath(), file.getLen())) {
            return in.readNBytes(ImageFormat.HEAD_BYTES);
        }
    }
}
