package dev.fruits.cli.console;

import dev.fruits.core.engine.ProgressListener;
import java.io.PrintWriter;
import java.io.Writer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Shows the progress of a run: one line that is redrawn on a terminal, a plain line every few seconds
 * elsewhere. Safe for many threads. Close it before anything else is printed.
 */
public final class Progress implements ProgressListener, AutoCloseable {
    private static final Duration REDRAW = Duration.ofMillis(100);
    private static final Duration LINE = Duration.ofSeconds(5);

    private final PrintWriter target;
    private final InstantSource clock;
    private final boolean bar;
    private Step step = new Step("", false, Instant.EPOCH);
    private long shown = -1;
    private Instant lastShown = Instant.EPOCH;
    private boolean openLine;

    private Progress(PrintWriter target, InstantSource clock, boolean bar) {
        this.target = target;
        this.clock = clock;
        this.bar = bar;
    }

    /** Draws one line anew, at most every 100 ms. */
    public static Progress bar(PrintWriter terminal, InstantSource clock) {
        return new Progress(terminal, clock, true);
    }

    /** Writes a line at most every 5 seconds, and one when a step is done. */
    public static Progress lines(PrintWriter log, InstantSource clock) {
        return new Progress(log, clock, false);
    }

    /** Shows nothing. */
    public static Progress silent(InstantSource clock) {
        return new Progress(new PrintWriter(Writer.nullWriter()), clock, false);
    }

    /** Writes a line of its own; on a terminal it takes the place of the line that is drawn. */
    public synchronized void say(String line) {
        target.println(openLine ? "\r\u001B[K" + line : line);
        target.flush();
        openLine = false;
    }

    @Override
    public void progress(String name, long done, long total) {
        progress(name, false, done, total);
    }

    @Override
    public void fetched(String file, long done, long total) {
        progress("Download " + file, true, done, total);
    }

    private synchronized void progress(String name, boolean bytes, long done, long total) {
        Instant now = clock.instant();
        if (!name.equals(step.name())) {
            begin(name, bytes, now);
        }
        boolean last = done >= total && (total > 0 || !bytes);
        if (done > shown && (last || !now.isBefore(lastShown.plus(bar ? REDRAW : LINE)))) {
            show(step.line(done, total, now, bar));
            shown = done;
            lastShown = now;
        }
    }

    private void begin(String name, boolean bytes, Instant now) {
        endLine();
        step = new Step(name, bytes, now);
        shown = -1;
        lastShown = bar ? Instant.EPOCH : now;
    }

    private void show(String line) {
        if (bar) {
            target.print("\r\u001B[K" + line);
            openLine = true;
        } else {
            target.println(line);
        }
        target.flush();
    }

    private void endLine() {
        if (openLine) {
            target.println();
            target.flush();
            openLine = false;
        }
    }

    @Override
    public synchronized void close() {
        endLine();
    }
}
