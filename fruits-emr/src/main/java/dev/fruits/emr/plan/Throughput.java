package dev.fruits.emr.plan;

import dev.fruits.core.WrongUseException;
import java.time.Duration;

/**
 * The throughput of a cluster.
 *
 * @param imagesPerSecond of one vCPU while all others of its machine work too
 * @param startUp from the request until the program begins; machines are paid for during most of it
 * @param fixed what does not depend on the number of images: Spark's start, listing, components, writing, the end
 * @param contention how much one more node takes from the others, as a share of their throughput: n nodes do the work of
 *     n / (1 + contention · (n − 1)), so more nodes are never slower
 */
public record Throughput(double imagesPerSecond, Duration startUp, Duration fixed, double contention) {
    /** The shortest of two published starts of clusters for the same task (15 to 20 minutes). */
    public static final Duration DEFAULT_START_UP = Duration.ofMinutes(15);

    /** A short job on YARN took 75 s from submission to end; twice that is assumed with a large listing. */
    public static final Duration DEFAULT_FIXED = Duration.ofSeconds(150);

    /** Assumed, not measured: eight nodes do the work of seven. */
    public static final double DEFAULT_CONTENTION = 0.02;

    private static final Duration DAY = Duration.ofDays(1);

    /** @throws WrongUseException if the rate is not positive, or the start-up not within a day */
    public Throughput {
        if (!(imagesPerSecond > 0) || Double.isInfinite(imagesPerSecond)) {
            throw new WrongUseException("rate " + imagesPerSecond + ": must be more than 0 images/s for each vCPU");
        }
        if (startUp.isNegative() || startUp.compareTo(DAY) > 0) {
            throw new WrongUseException("start-up " + startUp.toMinutes() + ": must be 0 to 1440 minutes");
        }
        if (fixed.isNegative() || !(contention >= 0) || contention >= 1) {
            throw new IllegalArgumentException(fixed + ", " + contention);
        }
    }

    /** This throughput of vCPUs with what is assumed for the rest. */
    public static Throughput of(double imagesPerSecond) {
        return new Throughput(imagesPerSecond, DEFAULT_START_UP, DEFAULT_FIXED, DEFAULT_CONTENTION);
    }

    /** The share of {@code nodes} times the throughput of one that so many nodes reach together, up to 1. */
    public double efficiency(int nodes) {
        return 1 / (1 + contention * (nodes - 1));
    }

    /** How long the CNN works. */
    public Duration extraction(long images, int vCpusPerNode, int nodes) {
        double perSecond = imagesPerSecond * vCpusPerNode * nodes * efficiency(nodes);
        return Duration.ofMillis(Math.round(1000 * images / perSecond));
    }
}
