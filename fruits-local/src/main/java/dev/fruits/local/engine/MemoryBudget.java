package dev.fruits.local.engine;

import java.util.concurrent.Semaphore;

/**
 * How many encoded bytes may wait in memory, so that a folder of large photographs cannot fill the heap. Whoever needs
 * more than all of it gets all of it, alone.
 */
final class MemoryBudget {
    private static final int HEAP_SHARE = 8;

    private final int totalKib;
    private final Semaphore kib;

    private MemoryBudget(int totalKib) {
        this.totalKib = totalKib;
        this.kib = new Semaphore(totalKib, true);
    }

    /** One eighth of the heap; decoded pixels, tensors and matrices need the rest. */
    static MemoryBudget ofHeapShare() {
        return ofKib((int) Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / HEAP_SHARE / 1024));
    }

    static MemoryBudget ofKib(int totalKib) {
        return new MemoryBudget(totalKib);
    }

    /** Waits for room and returns what is to be released later, in KiB. */
    int acquire(long bytes) throws InterruptedException {
        int wanted = (int) Math.min(totalKib, bytes / 1024 + 1);
        kib.acquire(wanted);
        return wanted;
    }

    void release(int acquired) {
        kib.release(acquired);
    }
}
