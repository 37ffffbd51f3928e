package dev.fruits.emr;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.WholeFile;
import dev.fruits.core.WrongUseException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Where price tables lie: one in the jar, and one of this user's that comes before it once it was refreshed. */
final class PriceFiles {
    /** The environment variable that names this user's table. */
    static final String VARIABLE = "FRUITS_PRICES";

    private static final String SHIPPED = "prices.csv";

    private final Path file;

    private PriceFiles(Path file) {
        this.file = file;
    }

    static PriceFiles of(Map<String, String> environment) {
        String named = environment.getOrDefault(VARIABLE, "");
        return new PriceFiles(
                named.isEmpty()
                        ? Path.of(System.getProperty("user.home"), ".cache", "fruits", SHIPPED)
                        : Path.of(named));
    }

    /** All that is known: the shipped table, with this user's over it where there is one. */
    PriceTable known() {
        return own().map(shipped()::with).orElseGet(PriceFiles::shipped);
    }

    /** Adds to this user's table, whole or not at all; gives all that is known then. */
    PriceTable keep(PriceTable fetched) {
        PriceTable kept = own().map(table -> table.with(fetched)).orElse(fetched);
        try {
            Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
            WholeFile.write(file, kept.text());
        } catch (IOException e) {
            throw new RunFailedException(
                    "price list " + file + ": cannot be written (" + e.getMessage() + "); set " + VARIABLE
                            + " to a file that can be",
                    e);
        }
        return known();
    }

    private Optional<PriceTable> own() {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(PriceTable.read(Files.readString(file)));
        } catch (IOException | RuntimeException e) {
            throw new WrongUseException(
                    "price list " + file + ": cannot be read (" + e.getMessage() + "); fix it or delete it", e);
        }
    }

    private static PriceTable shipped() {
        try (InputStream in = Objects.requireNonNull(PriceFiles.class.getResourceAsStream(SHIPPED), SHIPPED)) {
            PriceTable table = PriceTable.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return table.annotated(", in the price list of " + table.date() + " that comes with fruits");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
