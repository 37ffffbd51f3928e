package dev.fruits.cli.fake;

import dev.fruits.core.image.Location;
import dev.fruits.core.spi.RemoteFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** {@code far:///folder/file}: a local file, said to be far away. */
public final class FakeRemoteFiles implements RemoteFiles {
    private static final String SCHEME = "far://";

    public static String url(Path file) {
        return SCHEME + file.toAbsolutePath();
    }

    @Override
    public boolean handles(Location file) {
        return file.text().startsWith(SCHEME);
    }

    @Override
    public boolean fetch(Location file, Path target) throws IOException {
        Path there = Path.of(file.text().substring(SCHEME.length()));
        if (!Files.exists(there)) {
            return false;
        }
        Files.copy(there, target, StandardCopyOption.REPLACE_EXISTING);
        return true;
    }
}
