package dev.fruits.cli.console;

import dev.fruits.core.engine.HostReport;
import dev.fruits.core.engine.Machine;
import dev.fruits.core.json.Json;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The result of {@code run --doctor}, as text and as JSON. */
public final class HostReports {
    private static final int SHOWN_DIGITS = 12;

    private HostReports() {}

    /** A line for each host, then the problem of each host that is not fit. */
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

    private record Report(boolean fit, List<Host> hosts) {}

    private record Host(
            String host,
            boolean fit,
            Object problem,
            String os,
            String architecture,
            String libc,
            String cpu,
            int cores,
            long memoryMib,
            long heapMib,
            String modelSha256) {
        static Host of(HostReport report) {
            Machine machine = report.machine();
            return new Host(
                    report.host(),
                    report.isFit(),
                    Objects.requireNonNullElse(report.problem(), Json.NULL),
                    machine.os(),
                    machine.architecture(),
                    machine.libc(),
                    machine.cpu(),
                    machine.cores(),
                    machine.memoryMib(),
                    machine.heapMib(),
                    report.modelSha256());
        }
    }

    /** {@code {"fit": true, "hosts": [{"host": …}]}}. */
    public static String json(List<HostReport> hosts) {
        return Json.write(new Report(
                hosts.stream().allMatch(HostReport::isFit),
                hosts.stream().map(Host::of).toList()));
    }
}
