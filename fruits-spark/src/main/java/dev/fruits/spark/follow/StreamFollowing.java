package dev.fruits.spark.follow;

import dev.fruits.core.Failures;
import dev.fruits.core.RunFailedException;
import dev.fruits.core.WrongUseException;
import dev.fruits.spark.hadoop.HadoopReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeoutException;
import org.apache.hadoop.util.ShutdownHookManager;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.StreamingQueryException;

/** Waits for a query of Structured Streaming. */
final class StreamFollowing {
    /** Priority among Hadoop's shutdown hooks; Spark's is 40, that of the file systems 10. */
    private static final int BEFORE_SPARK = 60;

    private StreamFollowing() {}

    /**
     * Returns when the query ends. If the process ends first, the query stops before Spark and its file systems do.
     *
     * @throws RunFailedException if a batch failed
     * @throws WrongUseException if a batch found that a setting cannot be used
     * @throws IOException if a batch could not read or write
     */
    static void await(StreamingQuery query, FollowedResults results) throws IOException {
        Runnable atShutdown = () -> stop(query);
        ShutdownHookManager.get().addShutdownHook(atShutdown, BEFORE_SPARK);
        try {
            query.awaitTermination();
        } catch (StreamingQueryException e) {
            throw failure(e, results);
        } finally {
            if (!ShutdownHookManager.get().isShutdownInProgress()) {
                ShutdownHookManager.get().removeShutdownHook(atShutdown);
            }
        }
    }

    private static void stop(StreamingQuery query) {
        try {
            query.stop();
        } catch (TimeoutException e) {
            throw new IllegalStateException("the stream did not stop", e);
        }
    }

    /** The exception of a batch, without those that Spark wraps around it. */
    private static RuntimeException failure(StreamingQueryException failed, FollowedResults results)
            throws IOException {
        for (Throwable thrown : Failures.chain(failed).toList()) {
            if (thrown instanceof RunFailedException || thrown instanceof WrongUseException) {
                throw (RuntimeException) thrown;
            }
            if (thrown instanceof UncheckedIOException unchecked && unchecked.getCause() != null) {
                throw unchecked.getCause();
            }
            if (thrown instanceof IOException io) {
                throw io;
            }
        }
        return new RunFailedException(
                "follow " + results.out().location() + ": a batch failed (" + HadoopReason.of(Failures.root(failed))
                        + "); the same command processes it again",
                failed);
    }
}
