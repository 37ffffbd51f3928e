package dev.fruits.spark.it;

import dev.fruits.core.contract.DrawnImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** 300 files of ten labels with names as in Fruits-360: 290 images, and ten that must be rejected. */
final class FruitFolder {
    static final int GOOD = 290;
    static final int BAD = 10;

    private static final List<String> LABELS = List.of(
            "Apple Braeburn",
            "Avocado",
            "Banana",
            "Cherry 1",
            "Fig",
            "Grape White 2",
            "Kiwi",
            "Pear Williams",
            "Plum",
            "Tomato Cherry Red");

    private FruitFolder() {}

    static void drawInto(Path folder) throws IOException {
        for (int i = 0; i < GOOD; i++) {
            write(folder, i, i / LABELS.size() + "_100.jpg", DrawnImages.jpeg(i, 100, 100));
        }
        List<Map.Entry<String, byte[]>> bad = bad();
        for (int i = 0; i < BAD; i++) {
            write(folder, i, "bad_" + bad.get(i).getKey(), bad.get(i).getValue());
        }
    }

    private static List<Map.Entry<String, byte[]>> bad() {
        List<Map.Entry<String, byte[]>> files =
                new ArrayList<>(DrawnImages.badFiles().entrySet());
        files.removeIf(file -> file.getKey().endsWith(".webp")); // not listed as an image
        files.add(Map.entry("half.jpg", DrawnImages.truncated(DrawnImages.jpeg(8, 100, 100))));
        files.add(Map.entry("half.png", DrawnImages.truncated(DrawnImages.png(8, 100, 100))));
        return files;
    }

    private static void write(Path folder, int index, String name, byte[] bytes) throws IOException {
        Path label = Files.createDirectories(folder.resolve(LABELS.get(index % LABELS.size())));
        Files.write(label.resolve(name), bytes);
    }
}
