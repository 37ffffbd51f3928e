package dev.fruits.aws.s3;

import dev.fruits.core.image.Location;
import dev.fruits.core.sink.ResultLayout;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** The objects and pending uploads of a run, among those below its results. Names are relative to the results. */
record RunObjects(S3Objects objects, Location results) {
    /** Holds copies of what a publication replaces, while it runs. */
    static final String STAGING = ".staging-fruits/";

    /** A name that no earlier part has; sorted by name, parts are in the order of their partitions. */
    static String newPart(String table, int partition, String suffix) {
        return String.format(Locale.ROOT, "%s/part-%05d-%s%s", table, partition, UUID.randomUUID(), suffix);
    }

    private static boolean isOwn(String name) {
        int slash = name.indexOf('/');
        return name.startsWith(STAGING)
                || (slash > 0
                        && ResultLayout.OWN_FOLDERS.contains(name.substring(0, slash))
                        && ResultLayout.isOwn(name.substring(slash + 1)));
    }

    /** What is there: beside the folders of a run, the marker first, then in them. */
    List<String> present() throws IOException {
        List<String> names = new ArrayList<>();
        for (String name : ResultLayout.OWN_FILES) {
            if (objects.exists(results.resolve(name))) {
                names.add(name);
            }
        }
        for (String folder : ResultLayout.OWN_FOLDERS) {
            children(folder).stream()
                    .map(ListedObject::path)
                    .filter(RunObjects::isOwn)
                    .forEach(names::add);
        }
        return names;
    }

    /** The objects right in a folder, in the order of their names. */
    List<ListedObject> children(String folder) throws IOException {
        return objects.list(results, folder + "/", "/").objects();
    }

    /** The pending uploads of runs; those of other programs are left out. */
    List<PendingUpload> pending() throws IOException {
        int length = results.text().length() + 1;
        return new MultipartUploads(objects)
                .pending(results).stream()
                        .filter(upload -> isOwn(upload.object().text().substring(length)))
                        .toList();
    }

    void abortPending() throws IOException {
        for (PendingUpload upload : pending()) {
            new MultipartUploads(objects).abort(upload);
        }
    }
}
