package dev.fruits.emr.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.fruits.core.WrongUseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SparkSubmissionTest {
    private static final NodeType XLARGE = new NodeType("m5.xlarge", 4, 16);

    @ParameterizedTest
    @CsvSource({
        "m5.xlarge, 4, 16, 12288",
        "m5.2xlarge, 8, 32, 24576",
        "r5.xlarge, 4, 32, 24576",
        "x5.4xlarge, 16, 63, 32256"
    })
    void an_executor_and_the_driver_fit_into_one_node(String name, int vCpus, int memory, int yarn) {
        ExecutorSize size = ExecutorSize.on(new NodeType(name, vCpus, memory));

        assertThat(size.cores()).isEqualTo(vCpus);
        assertThat(size.heapMib()
                        + size.overheadMib()
                        + ExecutorSize.DRIVER_HEAP_MIB
                        + ExecutorSize.DRIVER_OVERHEAD_MIB)
                .isLessThanOrEqualTo(yarn);
        assertThat(size.overheadMib())
                .as("an arena of VGG16's size for each core")
                .isGreaterThan(970 * vCpus);
    }

    @Test
    void a_type_with_little_memory_is_refused() {
        assertThatThrownBy(() -> ExecutorSize.on(new NodeType("c5.xlarge", 4, 8)))
                .isInstanceOf(WrongUseException.class)
                .hasMessage("type c5.xlarge: 8.0 GiB for 4 vCPUs leave no room for the CNN beside Spark; take one with"
                        + " 4 GiB for each, such as m5.xlarge");
    }

    @Test
    void a_fixed_cluster_keeps_its_executors() {
        assertThat(SparkSubmission.settings(ClusterNodes.fixed(XLARGE, 4)))
                .contains(
                        entry("spark.executor.instances", "4"),
                        entry("spark.dynamicAllocation.enabled", "false"),
                        entry("spark.executor.memory", "5120m"),
                        entry("spark.executor.memoryOverhead", "4608m"));
    }

    @Test
    void a_scaled_cluster_gains_and_loses_them_within_its_limits() {
        ClusterNodes nodes = new ClusterNodes(XLARGE, NodeGroup.onDemand(XLARGE, 2), null, new ScalingLimits(2, 8));

        assertThat(SparkSubmission.settings(nodes))
                .contains(
                        entry("spark.dynamicAllocation.enabled", "true"),
                        entry("spark.dynamicAllocation.minExecutors", "2"),
                        entry("spark.dynamicAllocation.maxExecutors", "8"))
                .doesNotContainKey("spark.executor.instances");
    }

    @Test
    void core_nodes_are_never_spot_and_task_nodes_of_their_type() {
        NodeGroup core = NodeGroup.onDemand(XLARGE, 1);

        assertThatThrownBy(() -> new ClusterNodes(XLARGE, new NodeGroup(XLARGE, 1, Purchase.SPOT), null, null))
                .hasMessage("core nodes: cannot be spot, as they hold the features; use spot task nodes");
        assertThatThrownBy(() -> new ClusterNodes(
                        XLARGE, core, new NodeGroup(new NodeType("r5.xlarge", 4, 32), 1, Purchase.SPOT), null))
                .hasMessage(
                        "task nodes of r5.xlarge: must be of the core nodes' type m5.xlarge, as executors are all of"
                                + " one size");
        assertThat(new ClusterNodes(XLARGE, core, new NodeGroup(XLARGE, 3, Purchase.SPOT), null).workers())
                .isEqualTo(4);
    }
}
