package dev.fruits.emr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fruits.core.WrongUseException;
import dev.fruits.emr.plan.NodeType;
import org.junit.jupiter.api.Test;

class ServerlessWorkerTest {
    private static int gib(String name, int vCpus, double memory) {
        ServerlessWorker worker = ServerlessWorker.on(new NodeType(name, vCpus, memory));
        assertThat(worker.vCpus()).isEqualTo(vCpus);
        assertThat((worker.heapMib() + worker.overheadMib()) % 1024).isZero();
        return (worker.heapMib() + worker.overheadMib()) / 1024;
    }

    @Test
    void memory_is_what_serverless_has_and_the_machine_would_have() {
        assertThat(gib("m5.xlarge", 4, 16)).isEqualTo(16);
        assertThat(gib("r5.xlarge", 4, 32)).isEqualTo(30);
        assertThat(gib("m5.2xlarge", 8, 32)).isEqualTo(32);
        assertThat(gib("r5.2xlarge", 8, 64)).isEqualTo(60);
        assertThat(gib("m5.4xlarge", 16, 64)).isEqualTo(64);
        assertThat(gib("x1.4xlarge", 16, 124)).isEqualTo(120);
    }

    @Test
    void a_machine_of_another_size_is_refused() {
        assertThatThrownBy(() -> ServerlessWorker.on(new NodeType("m5.12xlarge", 48, 192)))
                .isInstanceOf(WrongUseException.class)
                .hasMessageStartingWith("type m5.12xlarge: EMR Serverless has no worker of 48 vCPUs and 192.0 GiB;");
    }
}
