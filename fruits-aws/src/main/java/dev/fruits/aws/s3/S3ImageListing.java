package dev.fruits.aws.s3;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.ImageFormat;
import dev.fruits.core.image.ImageListing;
import dev.fruits.core.image.ListingBuilder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Object;

/** One listing: what is there, then the first bytes of what is not named as an image. */
final class S3ImageListing {
    private static final int AT_ONCE = 16;
    private static final byte[] NOTHING = {};
    private static final String FIRST_BYTES = "bytes=0-" + (ImageFormat.HEAD_BYTES - 1);

    private final S3Folder folder;

    S3ImageListing(S3Folder folder) {
        this.folder = folder;
    }

    ImageListing list() throws IOException {
        try (ParallelRequests together = new ParallelRequests(AT_ONCE)) {
            List<ListedObject> entries = new ParallelListing(folder, together, AT_ONCE).entries();
            if (entries.isEmpty()) {
                requireFolder();
            }
            return listing(entries, heads(entries, together)).build();
        }
    }

    /** A bucket may be empty; a prefix of nothing is none. */
    private void requireFolder() throws IOException {
        S3Location place = folder.place();
        if (place.key().isEmpty()) {
            return;
        }
        List<S3Object> same = folder.page(place.key(), "/", "").contents();
        boolean isObject = same.stream().anyMatch(object -> object.key().equals(place.key()));
        throw new WrongUseException("images " + place.location()
                + (isObject
                        ? ": is an object, not a folder; pass the prefix above it, one sub-folder per class"
                        : ": no such folder; check the bucket and the prefix"));
    }

    private ListingBuilder listing(List<ListedObject> entries, Map<String, byte[]> heads) throws IOException {
        ListingBuilder listing = new ListingBuilder(folder.place().location());
        for (ListedObject entry : entries) {
            add(listing, entry, () -> heads.getOrDefault(entry.path(), NOTHING));
        }
        return listing;
    }

    /** Asks the builder which heads it wants, then gets them all at once: one by one they take minutes. */
    private Map<String, byte[]> heads(List<ListedObject> entries, ParallelRequests together) throws IOException {
        List<ListedObject> wanted = new ArrayList<>();
        ListingBuilder asking = new ListingBuilder(folder.place().location());
        for (ListedObject entry : entries) {
            add(asking, entry, () -> {
                if (entry.bytes() > 0 && !entry.isArchived()) {
                    wanted.add(entry);
                }
                return NOTHING;
            });
        }
        List<byte[]> read = together.all(wanted, this::head);
        Map<String, byte[]> heads = new HashMap<>();
        for (int i = 0; i < read.size(); i++) {
            heads.put(wanted.get(i).path(), read.get(i));
        }
        return heads;
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

    /** Nothing where the object is gone already, or archived by a class that shows only then. */
    private byte[] head(ListedObject entry) throws IOException {
        String key = folder.place().key(entry.path());
        try {
            return folder.get(key, GetObjectRequest.builder().range(FIRST_BYTES), ResponseTransformer.toBytes())
                    .asByteArrayUnsafe();
        } catch (SdkException e) {
            if (S3Failure.isMissingObject(e) || S3Failure.isArchived(e)) {
                return NOTHING;
            }
            throw S3Failure.of(folder.place(), S3Action.GET, key, e);
        }
    }
}
