package dev.fruits.examples;

import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.feature.ModelId;
import dev.fruits.local.store.LocalResultStore;
import dev.fruits.parquet.ParquetFeatures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The features of one CNN: a folder with a folder for each set of photographs, as {@code fruits run --out} writes it.
 *
 * @param folder of the sets
 * @param model whose features these are
 */
record FeatureShelf(Path folder, ModelId model) {
    private static final long SEED = 42;

    boolean holds(String set) {
        return Files.exists(folder.resolve(set).resolve("_SUCCESS"));
    }

    /** The rows of a set, by path. */
    List<FeatureRow> rows(String set) throws IOException {
        LocalResultStore store = LocalResultStore.in(folder.resolve(set));
        try (Stream<FeatureRow> rows = ParquetFeatures.in(store).rows(model)) {
            return rows.sorted(Comparator.comparing(FeatureRow::path)).toList();
        }
    }

    static List<FeatureRow> where(List<FeatureRow> rows, Predicate<FeatureRow> wanted) {
        return rows.stream().filter(wanted).toList();
    }

    /** At most {@code perLabel} rows of each label, drawn with a fixed seed. */
    static List<FeatureRow> few(List<FeatureRow> rows, int perLabel) {
        List<FeatureRow> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(SEED));
        Map<String, Integer> drawn = new HashMap<>();
        return where(shuffled, row -> drawn.merge(row.label(), 1, Integer::sum) <= perLabel);
    }
}
