package dev.fruits.spark.pca;

import dev.fruits.core.engine.FeatureTable;
import dev.fruits.spark.engine.Sessions;
import dev.fruits.spark.engine.SparkRows;
import java.io.IOException;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/**
 * A table where Spark can read it: its own, or the rows of another engine, parallelised. A session that was started for
 * it ends with it.
 */
final class SparkTable implements AutoCloseable {
    private final SparkRows rows;
    private final boolean ownsSession;

    private SparkTable(SparkRows rows, boolean ownsSession) {
        this.rows = rows;
        this.ownsSession = ownsSession;
    }

    /**
     * Brings a table to Spark.
     *
     * @throws IOException if the rows cannot be read
     */
    static SparkTable of(FeatureTable features) throws IOException {
        Optional<SparkRows> own = features.unwrap(SparkRows.class);
        if (own.isPresent()) {
            return new SparkTable(own.get(), false);
        }
        Optional<SparkSession> running = Sessions.running();
        SparkSession session =
                running.orElseGet(() -> Sessions.started(Runtime.getRuntime().availableProcessors()));
        try {
            return new SparkTable(ParallelizedRows.of(features, session), running.isEmpty());
        } catch (IOException | RuntimeException e) {
            if (running.isEmpty()) {
                session.stop();
            }
            throw e;
        }
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
