package dev.fruits.spark.pca;

import dev.fruits.core.engine.FeatureTable;
import dev.fruits.core.feature.FeatureRow;
import dev.fruits.core.store.StoreSettings;
import dev.fruits.spark.engine.Sessions;
import dev.fruits.spark.engine.SparkRows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/**
 * A table that Spark can read: its own, or the parallelised rows of another engine. A session that was started for it is
 * stopped when it is closed.
 *
 * @param ownsSession whether the session was started for these rows
 */
record SparkTable(SparkRows rows, boolean ownsSession) implements AutoCloseable {
    /** Well below the largest message with a task, 128 MiB. */
    private static final int CHUNK_BYTES = 16 << 20;

    private static final int CHUNK_ROWS = 4096;

    /**
     * Parallelises a table, unless it is in Spark already.
     *
     * @throws IOException if the rows cannot be read
     */
    static SparkTable of(FeatureTable features) throws IOException {
        Optional<SparkRows> own = features.unwrap(SparkRows.class);
        if (own.isPresent()) {
            return new SparkTable(own.get(), false);
        }
        Optional<SparkSession> running = Sessions.running();
        SparkSession session = running.orElseGet(
                () -> Sessions.started(Runtime.getRuntime().availableProcessors(), StoreSettings.DEFAULT));
        try {
            return new SparkTable(parallelized(features, session), running.isEmpty());
        } catch (IOException | RuntimeException e) {
            if (running.isEmpty()) {
                session.stop();
            }
            throw e;
        }
    }

    /** In chunks of some megabytes, one a partition. The driver holds all of them. */
    private static SparkRows parallelized(FeatureTable features, SparkSession session) throws IOException {
        int chunkRows = Math.max(1, Math.min(CHUNK_ROWS, CHUNK_BYTES / Float.BYTES / features.dimension()));
        List<List<FeatureRow>> chunks = new ArrayList<>();
        try (Stream<FeatureRow> stream = features.rows()) {
            Iterator<FeatureRow> rows = stream.iterator();
            while (rows.hasNext()) {
                chunks.add(next(rows, chunkRows));
            }
        }
        JavaRDD<FeatureRow> rows = JavaSparkContext.fromSparkContext(session.sparkContext())
                .parallelize(chunks, Math.max(1, chunks.size()))
                .flatMap(List::iterator);
        return new SparkRows(session, rows, features.rowCount(), features.dimension());
    }

    private static List<FeatureRow> next(Iterator<FeatureRow> rows, int most) {
        List<FeatureRow> chunk = new ArrayList<>();
        while (chunk.size() < most && rows.hasNext()) {
            chunk.add(rows.next());
        }
        return chunk;
    }

    @Override
    public void close() {
        if (ownsSession) {
            rows.session().stop();
        }
    }
}
