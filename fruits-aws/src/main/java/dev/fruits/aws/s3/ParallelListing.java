package dev.fruits.aws.s3;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;

/**
 * Finds every object below a prefix. A page of a listing waits for the one before it, so folders are listed beside each
 * other: level by level until there are enough of them, then each with all that is below it.
 */
final class ParallelListing {
    /** Deeper folders are listed with those around them. */
    private static final int LEVELS = 3;

    private final S3Folder folder;
    private final ParallelRequests together;
    private final int enough;
    private final int prefixLength;

    ParallelListing(S3Folder folder, ParallelRequests together, int enough) {
        this.folder = folder;
        this.together = together;
        this.enough = enough;
        this.prefixLength = folder.place().prefix().length();
    }

    /** Objects, and the folders below them that are still to be listed. */
    private record Level(List<ListedObject> entries, List<String> prefixes) {}

    /** A hidden folder is one entry, whose path ends with a slash; nobody looks into it. */
    List<ListedObject> entries() throws IOException {
        List<ListedObject> entries = new ArrayList<>();
        List<String> open = List.of(folder.place().prefix());
        for (int level = 0; level < LEVELS && !open.isEmpty() && open.size() < enough; level++) {
            List<String> next = new ArrayList<>();
            for (Level found : together.all(open, prefix -> below(prefix, "/"))) {
                entries.addAll(found.entries());
                next.addAll(found.prefixes());
            }
            open = next;
        }
        together.all(open, prefix -> below(prefix, "")).forEach(found -> entries.addAll(found.entries()));
        return entries;
    }

    private Level below(String prefix, String delimiter) throws IOException {
        List<ListedObject> entries = new ArrayList<>();
        List<String> prefixes = new ArrayList<>();
        String token = "";
        do {
            ListObjectsV2Response page = folder.page(prefix, delimiter, token);
            page.contents().forEach(object -> entries.add(ListedObject.of(object, prefixLength)));
            page.commonPrefixes().stream().map(CommonPrefix::prefix).forEach(found -> {
                if (found.startsWith(".", prefix.length())) {
                    entries.add(new ListedObject(found.substring(prefixLength), 0, Instant.EPOCH, ""));
                } else {
                    prefixes.add(found);
                }
            });
            token = Boolean.TRUE.equals(page.isTruncated()) ? page.nextContinuationToken() : "";
        } while (!token.isEmpty());
        return new Level(entries, prefixes);
    }
}
