package dev.fruits.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fruits.core.engine.HostReport;
import dev.fruits.core.engine.Machine;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostReportsTest {
    private static final Machine MACHINE = new Machine("Linux 6.1", "amd64", "glibc 2.34", "Xeon", 4, 15_000, 4_096);
    private static final Machine OLD = new Machine("Linux 3.1", "amd64", "glibc 2.17", "Xeon", 4, 0, 4_096);
    private static final String SHA = "ab".repeat(32);
    private static final List<HostReport> HOSTS = List.of(
            new HostReport("node-1", MACHINE, SHA, null),
            new HostReport("node-2", OLD, SHA, "ONNX Runtime does not start; it needs glibc 2.28"));

    @Test
    void every_host_has_a_line_and_what_is_wrong_stands_below() {
        assertThat(HostReports.text(HOSTS).lines())
                .containsExactly(
                        "host    state  os               libc        cpu   cores  memory     heap      model",
                        "node-1  fit    Linux 6.1 amd64  glibc 2.34  Xeon  4      15000 MiB  4096 MiB  abababababab",
                        "node-2  UNFIT  Linux 3.1 amd64  glibc 2.17  Xeon  4      unknown    4096 MiB  abababababab",
                        "node-2: ONNX Runtime does not start; it needs glibc 2.28");
    }

    @Test
    void json_says_the_same() {
        assertThat(HostReports.json(HOSTS))
                .startsWith("{\n  \"fit\": false,\n  \"hosts\": [")
                .contains("\"host\": \"node-1\"", "\"problem\": null", "\"glibc 2.17\"", SHA);
        assertThat(HostReports.json(HOSTS.subList(0, 1))).startsWith("{\n  \"fit\": true,");
    }
}
