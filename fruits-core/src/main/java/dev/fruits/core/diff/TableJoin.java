package dev.fruits.core.diff;

import dev.fruits.core.engine.ProgressListener;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.sink.Dataset;
import dev.fruits.core.sink.RunResults;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Brings the rows of two runs together by path, in whatever order and in however many parts they come. The rows of the
 * first run are held, at most about {@value #HELD_BYTES} bytes of them: where they are more, both runs are read several
 * times, each time another share of the paths. Used by one thread, once.
 */
final class TableJoin {
    /** Of vectors; their paths and labels come on top. */
    static final long HELD_BYTES = 256L << 20;

    private final RunResults first;
    private final RunResults second;
    private final Dataset dataset;
    private final ProgressListener listener;
    private final long heldBytes;
    private final Map<String, FeatureRow> held = new HashMap<>();
    private final Names.Collector onlyFirst = new Names.Collector();
    private final Names.Collector onlySecond = new Names.Collector();
    private final Names.Collector relabelled = new Names.Collector();
    private long read;

    TableJoin(RunResults first, RunResults second, Dataset dataset, ProgressListener listener, long heldBytes) {
        this.first = first;
        this.second = second;
        this.dataset = dataset;
        this.listener = listener;
        this.heldBytes = heldBytes;
    }

    /**
     * Reads both tables.
     *
     * @param dimension numbers in a vector of the first run
     * @param pairs receives the two rows of each path
     */
    PathDifference join(int dimension, BiConsumer<FeatureRow, FeatureRow> pairs) throws IOException {
        long firstCount = first.rowCount(dataset);
        long secondCount = second.rowCount(dataset);
        int shares = Math.toIntExact(1 + firstCount * dimension * Float.BYTES / heldBytes);
        for (int share = 0; share < shares; share++) {
            int number = share;
            Predicate<FeatureRow> paths = row -> Math.floorMod(row.path().hashCode(), shares) == number;
            each(first, paths, firstCount + secondCount, this::hold);
            each(second, paths, firstCount + secondCount, row -> match(row, pairs));
            held.keySet().forEach(onlyFirst::add);
            held.clear();
        }
        return new PathDifference(firstCount, secondCount, onlyFirst.names(), onlySecond.names(), relabelled.names());
    }

    private void each(RunResults run, Predicate<FeatureRow> paths, long total, Consumer<FeatureRow> rows)
            throws IOException {
        try (Stream<FeatureRow> all = run.rows(dataset)) {
            all.filter(paths).forEach(row -> {
                rows.accept(row);
                read++;
                listener.progress("Compare " + dataset.name(), read, total);
            });
        }
    }

    private void hold(FeatureRow row) {
        if (held.putIfAbsent(row.path(), row) != null) {
            onlyFirst.add(row.path());
        }
    }

    private void match(FeatureRow row, BiConsumer<FeatureRow, FeatureRow> pairs) {
        FeatureRow mate = held.remove(row.path());
        if (mate == null) {
            onlySecond.add(row.path());
            return;
        }
        if (!mate.label().equals(row.label())) {
            relabelled.add(row.path() + ": " + mate.label() + ", " + row.label());
        }
        pairs.accept(mate, row);
    }
}
