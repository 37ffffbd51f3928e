package dev.fruits.cli.demo;

import dev.fruits.core.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Files as every real collection has them: named as images and none, so that a run has something to reject. */
final class DamagedFiles {
    private DamagedFiles() {}

    /** Adds an empty, a truncated, a text and a hidden file to folders of {@code kinds}; each needs its frame 0. */
    static void addTo(Path split, List<DrawnFruit> kinds) throws IOException {
        WholeFile.write(folder(split, kinds, 0).resolve("empty_100.jpg"), new byte[0]);
        byte[] image = Files.readAllBytes(folder(split, kinds, 1).resolve("0_100.jpg"));
        WholeFile.write(folder(split, kinds, 1).resolve("truncated_100.jpg"), Arrays.copyOf(image, image.length / 2));
        byte[] note = "The photograph of this fruit is still in the camera.\n".getBytes(StandardCharsets.UTF_8);
        WholeFile.write(folder(split, kinds, 2).resolve("text_100.jpg"), note);
        WholeFile.write(folder(split, kinds, 3).resolve(".hidden_100.jpg"), image);
    }

    private static Path folder(Path split, List<DrawnFruit> kinds, int index) {
        return split.resolve(kinds.get(index % kinds.size()).label());
    }
}
