package dev.fruits.aws.s3;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.ImageFormat;
import dev.fruits.core.image.ImageListing;
import dev.fruits.core.image.ListingBuilder;
import dev.fruits.core.image.Location;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One listing: the objects, then the first bytes of those that are not named as images. */
record S3ImageListing(S3Objects objects, Location location) {
    private static final int AT_ONCE = 16;
    private static final byte[] NOTHING = {};

    ImageListing list() throws IOException {
        try (ParallelRequests requests = new ParallelRequests(AT_ONCE)) {
            List<ListedObject> entries = new ParallelListing(objects, location, requests, AT_ONCE).entries();
            if (entries.isEmpty()) {
                requireFolder();
            }
            Map<String, byte[]> heads = heads(entries, requests);
            ListingBuilder listing = new ListingBuilder(location);
            for (ListedObject entry : entries) {
                add(listing, entry, () -> heads.getOrDefault(entry.path(), NOTHING));
            }
            return listing.build();
        }
    }

    /** A bucket may be empty; a prefix must have objects. */
    private void requireFolder() throws IOException {
        if (!S3Location.of("images", location).key().isEmpty()) {
            throw new WrongUseException("images " + location
                    + (objects.isObject(location)
                            ? ": is an object, not a folder; pass the prefix above it, one sub-folder per class"
                            : ": no such folder; check the bucket and the prefix"));
        }
    }

    /** Asks the builder which heads it needs, then reads them in parallel: one by one they take minutes. */
    private Map<String, byte[]> heads(List<ListedObject> entries, ParallelRequests requests) throws IOException {
        List<ListedObject> wanted = new ArrayList<>();
        ListingBuilder asking = new ListingBuilder(location);
        for (ListedObject entry : entries) {
            add(asking, entry, () -> {
                if (entry.bytes() > 0 && !entry.isArchived()) {
                    wanted.add(entry);
                }
                return NOTHING;
            });
        }
        List<byte[]> read = requests.all(wanted, this::head);
        return IntStream.range(0, wanted.size())
                .boxed()
                .collect(Collectors.toMap(i -> wanted.get(i).path(), read::get));
    }

    private static void add(ListingBuilder listing, ListedObject entry, ListingBuilder.Head head) throws IOException {
        String path = entry.path();
        if (path.startsWith("/")) {
            listing.reject(path, "its key has an empty first segment; copy it to a key without");
        } else if (path.indexOf('\uFFFD') >= 0) {
            listing.reject(path, "its key is not valid text");
        } else if (entry.isArchived() && isVisibleImage(entry)) {
            listing.reject(path, "archived in " + entry.archive() + "; restore it first");
        } else {
            listing.add(path, entry.bytes(), entry.modified(), head);
        }
    }

    /** As {@link ListingBuilder} sees it. */
    private static boolean isVisibleImage(ListedObject entry) {
        return ImageFormat.isNamedAsImage(entry.name())
                && !entry.path().startsWith(".")
                && !entry.path().contains("/.");
    }

    /** Nothing if the object is gone by now, or cannot be read for a reason of its own. */
    private byte[] head(ListedObject entry) throws IOException {
        try {
            return objects.readRange(location.resolve(entry.path()), 0, ImageFormat.HEAD_BYTES)
                    .orElse(NOTHING);
        } catch (S3RequestException e) {
            if (e.reasonOfObject().isPresent()) {
                return NOTHING;
            }
            throw e;
        }
    }
}
