package dev.fruits.examples;

import dev.fruits.core.image.ImageListing;
import dev.fruits.core.image.ImageReader;
import dev.fruits.core.image.ImageRef;
import dev.fruits.core.image.ImageRejectedException;
import dev.fruits.core.image.PerLabelSample;
import dev.fruits.image.ImageDecoder;
import dev.fruits.image.RgbImage;
import dev.fruits.local.image.LocalImageSource;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

/**
 * Makes the photographs that {@link UnseenBenchmark} measures on, from those of Fruits-360: 20 of each class of Test
 * before each plain backdrop and before a busy one, 20 of each class of Training before busy ones, and the 105 classes
 * of Training that are not {@link UnseenClasses}, as they are.
 *
 * <p>Arguments: Fruits-360's folder, a folder for the photographs.
 */
final class DerivedPhotographs {
    private static final PerLabelSample SAMPLE = new PerLabelSample(20, 42);
    private static final List<Backdrop> PLAIN = List.of(Backdrop.WHITE, Backdrop.GREY, Backdrop.GREEN, Backdrop.BROWN);

    private DerivedPhotographs() {}

    public static void main(String[] args) throws Exception {
        LocalImageSource training = LocalImageSource.of(Path.of(args[0], "Training"));
        LocalImageSource test = LocalImageSource.of(Path.of(args[0], "Test"));
        Path out = Path.of(args[1]);
        for (Backdrop backdrop : PLAIN) {
            derive(test, List.of(backdrop), 1, out.resolve(backdrop.name().toLowerCase(Locale.ROOT)));
        }
        derive(test, Backdrop.BUSY, 2, out.resolve("busy"));
        derive(training, Backdrop.BUSY, 3, out.resolve("busy-training"));
        copyLearned(training, out.resolve("learned"));
    }

    private static void derive(LocalImageSource source, List<Backdrop> choice, long seed, Path out)
            throws IOException, ImageRejectedException {
        ImageListing drawn = SAMPLE.applyTo(source.list());
        try (ImageReader reader = source.openReader();
                ImageDecoder decoder = new ImageDecoder()) {
            for (ImageRef ref : drawn.images()) {
                Random random = new Random(seed * 31 + ref.path().hashCode());
                Backdrop backdrop = choice.get(random.nextInt(choice.size()));
                RgbImage image = decoder.decode(reader.read(ref));
                BufferedImage ground = backdrop.picture(Math.max(image.width(), image.height()), random);
                write(WhiteGround.of(image).replacedBy(ground), file(ref, backdrop, out));
            }
        }
        System.out.println(drawn.images().size() + " photographs: " + out);
    }

    /** The name of the file tells the backdrop. */
    private static Path file(ImageRef ref, Backdrop backdrop, Path out) {
        Path name = Path.of(ref.path()).getFileName();
        return out.resolve(ref.label()).resolve(backdrop.name().toLowerCase(Locale.ROOT) + "-" + name);
    }

    private static void write(BufferedImage picture, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        if (!ImageIO.write(picture, "jpg", file.toFile())) {
            throw new IOException("this Java has no JPEG writer");
        }
    }

    private static void copyLearned(LocalImageSource source, Path out) throws IOException, ImageRejectedException {
        ImageListing listing = source.list();
        Set<String> unseen = UnseenClasses.among(
                listing.images().stream().map(ImageRef::label).collect(Collectors.toSet()));
        try (ImageReader reader = source.openReader()) {
            for (ImageRef ref : listing.images()) {
                if (!unseen.contains(ref.label())) {
                    Path file = out.resolve(ref.path());
                    Files.createDirectories(file.getParent());
                    try (InputStream bytes = reader.read(ref).open()) {
                        Files.copy(bytes, file);
                    }
                }
            }
        }
        System.out.println("left out of " + out + ": " + unseen);
    }
}
