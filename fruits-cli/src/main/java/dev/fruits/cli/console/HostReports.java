package dev.fruits.cli.console;

import dev.fruits.core.engine.HostReport;
import dev.fruits.core.engine.Machine;
import dev.fruits.core.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What {@code run --doctor} found, for people and for programs. */
public final class HostReports {
    private static final int SHOWN_DIGITS = 12;

    private HostReports() {}

    /** A line for each host, then what is wrong with each that cannot do the work. */
    public static String text(List<HostReport> hosts) {
        TextTable table = new TextTable("host", "state", "os", "libc", "cpu", "cores", "memory", "heap", "model");
        hosts.forEach(host -> table.row(cells(host)));
        return table.text()
                + hosts.stream()
                        .filter(host -> !host.isFit())
                        .map(host -> host.host() + ": " + host.problem() + System.lineSeparator())
                        .collect(Collectors.joining());
    }

    private static String[] cells(HostReport host) {
        Machine machine = host.machine();
        return new String[] {
            host.host(),
            host.isFit() ? "fit" : "UNFIT",
            machine.os() + " " + machine.architecture(),
            machine.libc(),
            machine.cpu(),
            Integer.toString(machine.cores()),
            machine.memoryMib() == 0 ? "unknown" : machine.memoryMib() + " MiB",
            machine.heapMib() + " MiB",
            host.modelSha256()
                    .substring(0, Math.min(SHOWN_DIGITS, host.modelSha256().length()))
        };
    }

    /** {@code {"fit": true, "hosts": [{"host": …}]}}. */
    public static String json(List<HostReport> hosts) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("fit", hosts.stream().allMatch(HostReport::isFit));
        all.put("hosts", hosts.stream().map(HostReports::fields).toList());
        return Json.write(all);
    }

    private static Map<String, Object> fields(HostReport host) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("host", host.host());
        fields.put("fit", host.isFit());
        fields.put("problem", Objects.requireNonNullElse(host.problem(), Json.NULL));
        fields.put("os", host.machine().os());
        fields.put("architecture", host.machine().architecture());
        fields.put("libc", host.machine().libc());
        fields.put("cpu", host.machine().cpu());
        fields.put("cores", host.machine().cores());
        fields.put("memory_mib", host.machine().memoryMib());
        fields.put("heap_mib", host.machine().heapMib());
        fields.put("model_sha256", host.modelSha256());
        return fields;
    }
}
