package dev.fruits.emr.plan;

import dev.fruits.core.WrongUseException;

/**
 * The one executor of a machine: all of it, less a driver, which may run on any core node.
 *
 * @param cores tasks at once, each with a CNN session
 * @param heapMib for Spark: features, images
 * @param overheadMib outside the heap: the CNN's weights and arenas, direct buffers
 */
public record ExecutorSize(int cores, int heapMib, int overheadMib) {
    public static final int DRIVER_HEAP_MIB = 2048;
    public static final int DRIVER_OVERHEAD_MIB = 512;

    private static final int LEAST_HEAP_MIB = 1024;

    /** The largest arena measured for one session is VGG16's, 970 MB; MobileNetV2's is 100 MB. */
    private static final int OVERHEAD_PER_CORE_MIB = 1024;

    private static final int OVERHEAD_MIB = 512;

    /** The share of memory that EMR gives to YARN is at least this on types with 4 GiB for each vCPU or more. */
    private static final double YARN_SHARE = 0.75;

    /** And on others. */
    private static final double YARN_SHARE_OF_LITTLE = 0.5;

    private static final int GIB_PER_VCPU = 4;
    private static final int MIB = 1024;

    /**
     * The one executor of each node of a type.
     *
     * @throws WrongUseException if the type has too little memory
     */
    public static ExecutorSize on(NodeType type) {
        double share = type.memoryGib() >= GIB_PER_VCPU * type.vCpus() ? YARN_SHARE : YARN_SHARE_OF_LITTLE;
        int container = (int) (share * type.memoryGib() * MIB) - DRIVER_HEAP_MIB - DRIVER_OVERHEAD_MIB;
        int overhead = OVERHEAD_MIB + OVERHEAD_PER_CORE_MIB * type.vCpus();
        if (container - overhead < LEAST_HEAP_MIB) {
            throw new WrongUseException("type " + type.name() + ": " + type.memoryGib() + " GiB for " + type.vCpus()
                    + " vCPUs leave no room for the CNN beside Spark; take one with 4 GiB for each, such as m5.xlarge");
        }
        return new ExecutorSize(type.vCpus(), container - overhead, overhead);
    }
}
