package dev.fruits.djl;

import dev.fruits.core.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Weights that come inside a jar. ONNX Runtime reads files, so they are copied into the cache once, under a name that
 * says what is in them.
 */
final class BundledWeights {
    private static final String FOLDER = "dev/fruits/djl/models/";
    private static final int NAMED_DIGITS = 16;

    private final ClassLoader classes;

    BundledWeights(ClassLoader classes) {
        this.classes = classes;
    }

    static BundledWeights onClassPath() {
        return new BundledWeights(BundledWeights.class.getClassLoader());
    }

    /**
     * The weights of a card as a file of the cache; empty if they do not come with the class path. A copy that is not
     * what the card says is replaced. Safe for several processes: a copy is whole before it gets its name.
     *
     * @throws IOException if the cache cannot be written to
     */
    Optional<Path> file(ModelCard card, Path cache) throws IOException {
        @Nullable URL weights = classes.getResource(FOLDER + card.file());
        if (weights == null) {
            return Optional.empty();
        }
        Path file = cache.resolve(nameOf(card));
        if (!holds(file, card)) {
            copy(weights, file, cache);
        }
        return Optional.of(file);
    }

    /** True if the weights of a card come with the class path. */
    boolean has(ModelCard card) {
        return classes.getResource(FOLDER + card.file()) != null;
    }

    /** {@code fruitnet-0123456789abcdef.onnx}: another version of the weights is another file. */
    static String nameOf(ModelCard card) {
        String stem = card.file().substring(0, card.file().length() - DjlModelProvider.ONNX.length());
        return stem + "-" + card.sha256().substring(0, NAMED_DIGITS) + DjlModelProvider.ONNX;
    }

    private static boolean holds(Path file, ModelCard card) throws IOException {
        return Files.isRegularFile(file) && Sha256.of(file).equals(card.sha256());
    }

    private static void copy(URL weights, Path file, Path cache) throws IOException {
        Files.createDirectories(cache);
        Path temporary = Files.createTempFile(cache, ".weights-", ".part");
        try (InputStream bytes = weights.openStream()) {
            Files.copy(bytes, temporary, StandardCopyOption.REPLACE_EXISTING);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
