package dev.fruits.aws.s3;

import dev.fruits.core.image.Location;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lists every object below a location. A page of a listing waits for the page before it, so folders are listed in
 * parallel: level by level until there are enough of them, then each with everything below it.
 */
record ParallelListing(S3Objects objects, Location root, ParallelRequests requests, int enough) {
    /** Deeper folders are listed with those around them. */
    private static final int LEVELS = 3;

    /** A hidden folder is one entry, whose path ends with a slash; it is not listed. */
    List<ListedObject> entries() throws IOException {
        List<ListedObject> entries = new ArrayList<>();
        List<String> open = List.of("");
        for (int level = 0; level < LEVELS && !open.isEmpty() && open.size() < enough; level++) {
            open = next(open, "/", entries);
        }
        next(open, null, entries);
        return entries;
    }

    /** Adds what is right in these folders, and returns the folders in them. */
    private List<String> next(List<String> folders, @Nullable String delimiter, List<ListedObject> entries)
            throws IOException {
        List<String> open = new ArrayList<>();
        for (S3Objects.Listing found : requests.all(folders, folder -> objects.list(root, folder, delimiter))) {
            entries.addAll(found.objects());
            for (String folder : found.folders()) {
                if (folder.startsWith(".", folder.lastIndexOf('/', folder.length() - 2) + 1)) {
                    entries.add(new ListedObject(folder, 0, Instant.EPOCH, ""));
                } else {
                    open.add(folder);
                }
            }
        }
        return open;
    }
}
