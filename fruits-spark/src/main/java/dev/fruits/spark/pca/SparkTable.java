package dev.fruits.spark.pca;

import dev.fruits.core.engine.FeatureTable;
import dev.fruits.spark.engine.Sessions;
import dev.fruits.spark.engine.SparkRows;
import dev.fruits.spark.submit.SparkSettings;
import java.io.IOException;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/**
 * A table that Spark can read: its own, or the parallelised rows of another engine. A session that was started for it is
 * stopped when it is closed.
 */
final class SparkTable implements AutoCloseable {
    private final SparkRows rows;
    private final boolean ownsSession;

    private SparkTable(SparkRows rows, boolean ownsSession) {
        this.rows = rows;
        this.ownsSession = ownsSession;
    }

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
        SparkSession session = running.orElseGet(SparkTable::started);
        try {
            return new SparkTable(ParallelizedRows.of(features, session), running.isEmpty());
        } catch (IOException | RuntimeException e) {
            if (running.isEmpty()) {
                session.stop();
            }
            throw e;
        }
    }

    private static SparkSession started() {
        return SparkSettings.checked(() -> Sessions.started(Runtime.getRuntime().availableProcessors()));
    }

    SparkRows rows() {
        return rows;
    }

    @Override
    public void close() {
        if (ownsSession) {
            rows.session().stop();
        }
    }
}
