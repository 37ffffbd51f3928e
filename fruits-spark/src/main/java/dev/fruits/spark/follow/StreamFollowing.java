package dev.fruits.spark.follow;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.spi.FollowTotals;
import dev.fruits.core.spi.Following;
import dev.fruits.spark.hadoop.HadoopReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.hadoop.util.ShutdownHookManager;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.StreamingQueryException;

/** A running query of Structured Streaming. */
final class StreamFollowing implements Following {
    /** Priority among Hadoop's shutdown hooks; Spark's is 40, that of the file systems 10. */
    private static final int BEFORE_SPARK = 60;

    private final StreamingQuery query;
    private final FollowPlace place;

    private final Runnable atShutdown = this::stop;

    private StreamFollowing(StreamingQuery query, FollowPlace place) {
        this.query = query;
        this.place = place;
    }

    /** Stops with the process too, before Spark and its file systems do. */
    static Following of(StreamingQuery query, FollowPlace place) {
        StreamFollowing following = new StreamFollowing(query, place);
        ShutdownHookManager.get().addShutdownHook(following.atShutdown, BEFORE_SPARK);
        return following;
    }

    @Override
    public FollowTotals await() throws IOException {
        try {
            query.awaitTermination();
        } catch (StreamingQueryException e) {
            throw cause(e);
        } finally {
            forgetShutdown();
        }
        return place.totals();
    }

    @Override
    public void stop() {
        try {
            query.stop();
        } catch (TimeoutException e) {
            throw new IllegalStateException("the stream has not ended", e);
        }
    }

    private void forgetShutdown() {
        if (!ShutdownHookManager.get().isShutdownInProgress()) {
            ShutdownHookManager.get().removeShutdownHook(atShutdown);
        }
    }

    /** What a batch threw, out of the exceptions that Spark wraps around it. */
    private RuntimeException cause(StreamingQueryException failed) throws IOException {
        Throwable last = failed;
        for (Throwable thrown : causes(failed)) {
            if (thrown instanceof RunFailedException || thrown instanceof WrongUseException) {
                throw (RuntimeException) thrown;
            }
            if (thrown instanceof UncheckedIOException unchecked && unchecked.getCause() != null) {
                throw unchecked.getCause();
            }
            if (thrown instanceof IOException io) {
                throw io;
            }
            last = thrown;
        }
        return new RunFailedException(
                "follow " + place.place().location() + ": a batch failed (" + HadoopReason.of(last)
                        + "); the next start works on it again",
                failed);
    }

    private static Iterable<Throwable> causes(Throwable failed) {
        return Stream.iterate(failed, thrown -> thrown != null, Throwable::getCause)
                .limit(20)
                .toList();
    }
}
