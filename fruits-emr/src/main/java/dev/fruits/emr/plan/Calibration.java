package dev.fruits.emr.plan;

import dev.fruits.core.feature.ExtractionSession;
import dev.fruits.core.feature.FeatureExtractor;
import dev.fruits.core.image.EncodedImage;
import dev.fruits.core.image.ImageReader;
import dev.fruits.core.image.ImageRef;
import dev.fruits.core.image.ImageRejectedException;
import dev.fruits.core.image.ImageSource;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/**
 * The throughput of one core of this machine: 64 images, evenly from the listing, are decoded and extracted on one
 * thread. The time is the processor's on that thread, so that neither other programs nor a slow network count: a cluster
 * reads ahead.
 *
 * @param images of a round
 * @param imagesPerSecond of the fastest round
 */
public record Calibration(int images, double imagesPerSecond) {
    /**
     * The share of a core here that one vCPU there is taken for, with all vCPUs at work. A vCPU of m5 is one of the two
     * hardware threads of a core of an Intel Xeon at 2.5 to 3.1 GHz, matrix products gain little from a second thread,
     * and the cores of most machines that plan are faster by half. Assumed, not measured, to err on the slow side.
     */
    public static final double SHARE_OF_VCPU = 1.0 / 3;

    /** Images/s that a task reads from S3 at least: four at a time, 40 ms each. Assumed, not measured. */
    public static final double MOST_PER_VCPU = 100;

    private static final int SAMPLE = 64;
    private static final int ROUNDS = 3;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final long ENOUGH_NANOS = 10_000_000_000L;

    /** Images/s that the estimate assumes for one vCPU of the cluster. */
    public double perVcpu() {
        return Math.min(MOST_PER_VCPU, imagesPerSecond * SHARE_OF_VCPU);
    }

    /** Whether reading, and not the CNN, is what a vCPU waits for. */
    public boolean isReadingTheLimit() {
        return perVcpu() == MOST_PER_VCPU;
    }

    /** Nanoseconds that processors spent on the calling thread, or that went by where that is not known. */
    public static long threadNanos() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return threads.isCurrentThreadCpuTimeSupported() ? threads.getCurrentThreadCpuTime() : System.nanoTime();
    }

    /**
     * Measures, after a batch that warms up: at most three rounds, fewer where one takes long.
     *
     * @param refs at least one
     * @param nanos that were spent on the calling thread, {@link #threadNanos}
     * @throws IOException if images or model cannot be read
     */
    public static Calibration of(
            ImageSource source, List<ImageRef> refs, FeatureExtractor extractor, int batch, LongSupplier nanos)
            throws IOException {
        List<ImageRef> sample = sample(refs);
        try (ImageReader reader = source.openReader();
                ExtractionSession session = extractor.openSession()) {
            work(sample.subList(0, Math.min(batch, sample.size())), reader, session, batch);
            long spent = 0;
            long fastest = Long.MAX_VALUE;
            for (int round = 0; round < ROUNDS && spent < ENOUGH_NANOS; round++) {
                long began = nanos.getAsLong();
                work(sample, reader, session, batch);
                long took = Math.max(1, nanos.getAsLong() - began);
                spent += took;
                fastest = Math.min(took, fastest);
            }
            return new Calibration(sample.size(), sample.size() * NANOS_PER_SECOND / fastest);
        }
    }

    /** Evenly from the listing; some twice where there are fewer. */
    static List<ImageRef> sample(List<ImageRef> refs) {
        return IntStream.range(0, SAMPLE)
                .mapToObj(i -> refs.get((int) ((long) i * refs.size() / SAMPLE)))
                .toList();
    }

    /** A bad image takes its time on the cluster, too. */
    private static void work(List<ImageRef> refs, ImageReader reader, ExtractionSession session, int batch)
            throws IOException {
        for (int from = 0; from < refs.size(); from += batch) {
            List<EncodedImage> images = new ArrayList<>();
            for (ImageRef ref : refs.subList(from, Math.min(refs.size(), from + batch))) {
                try {
                    images.add(reader.read(ref));
                } catch (ImageRejectedException bad) {
                    // it counts in the time, without features
                }
            }
            if (!images.isEmpty()) {
                session.extract(images);
            }
        }
    }
}
