package dev.fruits.emr;

import dev.fruits.core.WrongUseException;
import dev.fruits.emr.plan.ExecutorSize;
import dev.fruits.emr.plan.NodeType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A driver or executor of EMR Serverless, which takes only certain sizes (EMR Serverless User Guide, "Worker
 * configurations").
 *
 * @param vCpus 1, 2, 4, 8 or 16
 * @param heapMib of Spark
 * @param overheadMib outside the heap; both together are the worker's memory
 */
record ServerlessWorker(int vCpus, int heapMib, int overheadMib) {
    /** GiB that go with a number of vCPUs: from, to, in steps of. */
    private record Range(int least, int most, int step) {}

    private static final Map<Integer, Range> RANGES = Map.of(
            1, new Range(2, 8, 1),
            2, new Range(4, 16, 1),
            4, new Range(8, 30, 1),
            8, new Range(16, 60, 4),
            16, new Range(32, 120, 8));
    private static final int MIB = 1024;

    /**
     * The largest that fits into a machine of that type.
     *
     * @throws WrongUseException if EMR Serverless has none of so many vCPUs, or the type has too little memory
     */
    static ServerlessWorker on(NodeType type) {
        @Nullable Range range = RANGES.get(type.vCpus());
        if (range == null || type.memoryGib() < range.least()) {
            throw new WrongUseException("type " + type.name() + ": EMR Serverless has no worker of " + type.vCpus()
                    + " vCPUs and " + type.memoryGib() + " GiB; take a type of 1, 2, 4, 8 or 16 vCPUs with 4 GiB for"
                    + " each, such as m5.xlarge");
        }
        int most = (int) Math.min(range.most(), type.memoryGib());
        int gib = range.least() + (most - range.least()) / range.step() * range.step();
        int overhead = ExecutorSize.on(type).overheadMib();
        return new ServerlessWorker(type.vCpus(), gib * MIB - overhead, overhead);
    }

    /** What Spark is told of {@code driver} or {@code executor}. */
    Map<String, String> settings(String role) {
        return Map.of(
                "spark." + role + ".cores", Integer.toString(vCpus),
                "spark." + role + ".memory", heapMib + "m",
                "spark." + role + ".memoryOverhead", overheadMib + "m");
    }
}
