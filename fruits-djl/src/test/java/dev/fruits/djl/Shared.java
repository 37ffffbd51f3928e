package dev.fruits.djl;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Real weights and photographs, where the machine has them. */
final class Shared {
    private Shared() {}

    /** Skips the test where there is no such file or folder. */
    static Path path(String relative) {
        Path path = Path.of(System.getProperty("fruits.shared", "../shared")).resolve(relative);
        assumeTrue(Files.exists(path), () -> path + " is absent");
        return path;
    }
}
