package dev.fruits.spark.submit;

import dev.fruits.core.image.Location;
import dev.fruits.core.run.RunProgress;
import dev.fruits.core.spi.PostedProgress;
import dev.fruits.spark.hadoop.HadoopLocation;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;

/** A small file beside the results that says how far the run is, written every ten seconds while that changes. */
final class ProgressFile implements PostedProgress {
    private static final long SECONDS = 10;
    private static final System.Logger LOG = System.getLogger(ProgressFile.class.getName());

    private final Location results;
    private final ScheduledExecutorService writer;
    private final InstantSource clock;
    private final ScheduledFuture<?> writing;
    private volatile @Nullable RunProgress latest;
    private @Nullable RunProgress written;

    private ProgressFile(Location results, ScheduledExecutorService writer, InstantSource clock) {
        this.results = results;
        this.writer = writer;
        this.clock = clock;
        this.writing = writer.scheduleWithFixedDelay(this::write, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    /** @param writer of one thread; shut down with this */
    static ProgressFile beside(Location results, ScheduledExecutorService writer, InstantSource clock) {
        return new ProgressFile(results, writer, clock);
    }

    @Override
    public void progress(String step, long done, long total) {
        latest = new RunProgress(step, done, total, clock.instant());
    }

    private synchronized void write() {
        RunProgress now = latest;
        if (now == null || now.equals(written) || writer.isShutdown()) {
            return;
        }
        try {
            HadoopLocation place = HadoopLocation.of("out", results);
            try (OutputStream out = place.files().create(file(place), true)) {
                out.write(now.text().getBytes(StandardCharsets.UTF_8));
            }
            written = now;
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.DEBUG, "progress is not written to " + results, e);
        }
    }

    private static Path file(HadoopLocation place) {
        return new Path(place.path(), RunProgress.NAME);
    }

    @Override
    public void close() {
        writing.cancel(false);
        writer.shutdown();
        remove();
    }

    private synchronized void remove() {
        if (written == null) {
            return;
        }
        try {
            HadoopLocation place = HadoopLocation.of("out", results);
            place.files().delete(file(place), false);
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.DEBUG, "progress is not removed from " + results, e);
        }
    }
}
