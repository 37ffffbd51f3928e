package dev.fruits.cli.compose;

import dev.fruits.core.image.Location;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;

/** Where an engine keeps what must survive a kill: the same folder for the same results. */
final class WorkFolder {
    private WorkFolder() {}

    /** Inside a local results' folder; otherwise below the machine's folder for temporary files. */
    static Path of(Location out) {
        return out.isLocal() ? Path.of(out.localPath(), ".work") : temporary(out);
    }

    private static Path temporary(Location out) {
        UUID key = UUID.nameUUIDFromBytes(out.text().getBytes(StandardCharsets.UTF_8));
        return Path.of(System.getProperty("java.io.tmpdir"), "fruits-" + key);
    }
}
