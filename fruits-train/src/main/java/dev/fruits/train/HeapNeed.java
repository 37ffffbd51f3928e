package dev.fruits.train;

import dev.fruits.core.RunFailedException;

/**
 * What photographs take in memory.
 *
 * @param photographs how many
 * @param bytes of their pixels
 */
record HeapNeed(int photographs, long bytes) {
    /** Share of the heap that photographs may take; batches and everything else need the rest. */
    private static final double SHARE = 0.75;

    static HeapNeed of(int photographs, int side) {
        return new HeapNeed(photographs, (long) photographs * Pixels.CHANNELS * side * side);
    }

    /**
     * @param heap the largest it can be, in bytes
     * @throws RunFailedException if they do not fit
     */
    void requireRoomIn(long heap) {
        if (bytes > SHARE * heap) {
            throw new RunFailedException("memory: " + photographs + " photographs take " + mebibytes(bytes)
                    + " MiB and the heap has " + mebibytes(heap) + "; give more with FRUITS_OPTS=-Xmx"
                    + mebibytes((long) (bytes / SHARE)) + "m");
        }
    }

    private static long mebibytes(long bytes) {
        return (bytes + (1 << 20) - 1) >> 20;
    }
}
