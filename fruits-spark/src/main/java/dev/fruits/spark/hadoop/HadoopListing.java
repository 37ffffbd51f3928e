package dev.fruits.spark.hadoop;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.ImageListing;
import dev.fruits.core.image.ListingBuilder;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/** Lists all files below a folder. */
final class HadoopListing {
    private final HadoopLocation folder;
    private final ListingBuilder listing;

    HadoopListing(HadoopLocation folder) {
        this.folder = folder;
        this.listing = new ListingBuilder(folder.location());
    }

    ImageListing list() throws IOException {
        try {
            requireFolder();
            if (folder.isLocal()) {
                addFolderByFolder();
            } else {
                RemoteIterator<? extends FileStatus> all = folder.files().listFiles(folder.path(), true);
                while (all.hasNext()) {
                    add(all.next());
                }
            }
        } catch (IOException e) {
            throw HadoopReason.failure(folder, e);
        }
        return listing.build();
    }

    private void requireFolder() throws IOException {
        try {
            if (folder.files().getFileStatus(folder.path()).isDirectory()) {
                return;
            }
        } catch (FileNotFoundException e) {
            throw new WrongUseException("images " + folder.location() + ": no such folder; check the path", e);
        }
        throw new WrongUseException("images " + folder.location()
                + ": is a file, not a folder; pass the folder that holds one sub-folder per class");
    }

    /** Hadoop's recursive listing asks for the permissions of each local file, and starts a process to learn them. */
    private void addFolderByFolder() throws IOException {
        Deque<Path> folders = new ArrayDeque<>();
        folders.add(folder.path());
        while (!folders.isEmpty()) {
            for (FileStatus entry : folder.files().listStatus(folders.remove())) {
                if (entry.isDirectory()) {
                    folders.add(entry.getPath());
                } else {
                    add(entry);
                }
            }
        }
    }

    private void add(FileStatus file) throws IOException {
        String path = folder.relative(file.getPath());
        if (path.indexOf('\uFFFD') >= 0) {
            listing.reject(path, "its path is not valid text in this machine's encoding of file names");
            return;
        }
        try {
            listing.add(
                    path,
                    file.getLen(),
                    Instant.ofEpochMilli(file.getModificationTime()),
                    () -> folder.head(file.getPath(), file.getLen()));
        } catch (IOException e) {
            if (!HadoopReason.isDenied(e) || folder.isObjectStore()) {
                throw e;
            }
            listing.reject(path, "permission denied");
        }
    }
}
