package dev.fruits.spark.submit;

import dev.fruits.core.image.Location;
import dev.fruits.core.run.RunProgress;
import dev.fruits.core.spi.PostedProgress;
import dev.fruits.core.store.StoreSettings;
import dev.fruits.spark.hadoop.HadoopLocation;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Writes the progress of a run to a small file beside its results, every ten seconds while it changes. */
final class ProgressFile implements PostedProgress {
    private static final long SECONDS = 10;
    private static final System.Logger LOG = System.getLogger(ProgressFile.class.getName());

    private final Location results;
    private final ScheduledExecutorService writer;
    private final InstantSource clock;
    private final ScheduledFuture<?> writing;
    private volatile @Nullable RunProgress latest;
    private @Nullable RunProgress written;

    /** @param writer of one thread; shut down by {@link #close} */
    ProgressFile(Location results, ScheduledExecutorService writer, InstantSource clock) {
        this.results = results;
        this.writer = writer;
        this.clock = clock;
        this.writing = writer.scheduleWithFixedDelay(this::write, SECONDS, SECONDS, TimeUnit.SECONDS);
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
            HadoopLocation out = HadoopLocation.of("out", results, StoreSettings.DEFAULT);
            out.write(out.resolve(RunProgress.NAME), now.text());
            written = now;
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.DEBUG, "progress cannot be written to " + results, e);
        }
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
            HadoopLocation out = HadoopLocation.of("out", results, StoreSettings.DEFAULT);
            out.files().delete(out.resolve(RunProgress.NAME), false);
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.DEBUG, "progress cannot be removed from " + results, e);
        }
    }
}
