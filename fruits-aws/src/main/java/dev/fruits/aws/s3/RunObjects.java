package dev.fruits.aws.s3;

import dev.fruits.core.sink.ResultLayout;
import dev.fruits.core.sink.StoredPart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Which of the objects below a place are a run's. */
record RunObjects(S3Objects objects) {
    /** A name that no earlier part has; sorted by name, parts are in the order of their partitions. */
    static String newPart(String table, int partition, String suffix) {
        return String.format(Locale.ROOT, "%s/part-%05d-%s%s", table, partition, UUID.randomUUID(), suffix);
    }

    static boolean isOwn(String name) {
        int slash = name.indexOf('/');
        return name.startsWith(S3Publication.STAGING)
                || (slash > 0
                        && ResultLayout.OWN_FOLDERS.contains(name.substring(0, slash))
                        && ResultLayout.isOwn(name.substring(slash + 1)));
    }

    /** In the folders of a run. */
    List<String> inFolders() throws IOException {
        List<String> names = new ArrayList<>();
        for (String folder : ResultLayout.OWN_FOLDERS) {
            objects.children(folder + "/").stream()
                    .map(StoredPart::name)
                    .filter(RunObjects::isOwn)
                    .forEach(names::add);
        }
        return names;
    }

    /** Beside the folders, the marker first. */
    List<String> besides() throws IOException {
        List<String> names = new ArrayList<>();
        for (String name : ResultLayout.OWN_FILES) {
            if (objects.has(name)) {
                names.add(name);
            }
        }
        return names;
    }
}
