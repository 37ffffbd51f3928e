package dev.fruits.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/** Folders of files of three bytes, whose colour tells the fruit: for {@link dev.fruits.cli.fake.TintModels}. */
final class TintedFruits {
    private TintedFruits() {}

    /** Red apples, green pears and yellow lemons, so many of each, {@code shift} apart from those of another shift. */
    static Path in(Path folder, int each, int shift) throws IOException {
        for (int i = 0; i < each; i++) {
            write(folder.resolve("Apple"), i, 200 - shift - 2 * i, 20 + i, 30);
            write(folder.resolve("Pear"), i, 40 + i, 180 - shift - 2 * i, 30 + i);
            write(folder.resolve("Lemon"), i, 220 - i, 210 - shift - i, 40);
        }
        return folder;
    }

    static Path write(Path folder, int number, int red, int green, int blue) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(number + ".jpg");
        Files.write(file, new byte[] {(byte) red, (byte) green, (byte) blue});
        return Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
    }
}
