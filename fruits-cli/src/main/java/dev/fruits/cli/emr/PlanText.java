package dev.fruits.cli.emr;

import dev.fruits.cli.console.Figures;
import dev.fruits.cli.console.TextTable;
import dev.fruits.emr.plan.ClusterEstimate;
import dev.fruits.emr.plan.ClusterNodes;
import dev.fruits.emr.plan.ClusterSpec;
import dev.fruits.emr.plan.NodePrice;
import dev.fruits.emr.plan.NodeType;
import dev.fruits.emr.plan.PlannedRun;
import dev.fruits.emr.plan.Throughput;
import dev.fruits.emr.plan.Workload;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A plan for a person. */
final class PlanText {
    private PlanText() {}

    /** The work to do, the assumptions, and the table. */
    static String of(PlannedRun run) {
        return given(run) + System.lineSeparator() + table(run) + System.lineSeparator() + footnotes(run);
    }

    private static String given(PlannedRun run) {
        Workload workload = run.plan().workload();
        NodeType type = run.model().type();
        NodePrice price = run.model().worker();
        String parts =
                price.service() == 0 ? "" : " = EC2 " + perHour(price.machine()) + " + EMR " + perHour(price.service());
        return line(
                        "Images",
                        Figures.count(workload.images()) + ", " + Figures.megabytes(workload.bytes()) + " ("
                                + run.run().images() + ")")
                + line("CNN", run.run().model() + throughput(run, type.name()))
                + line(
                        "Machines",
                        type.name() + ", " + type.vCpus() + " vCPUs and "
                                + Figures.count(Math.round(type.memoryGib())) + " GiB each, in " + run.region() + ", "
                                + run.release())
                + line("Price", perHour(price.hourly()) + " USD an hour" + parts)
                + line("", price.source());
    }

    private static String throughput(PlannedRun run, String type) {
        String throughput = rate(run.model().throughput().imagesPerSecond()) + " images/s for each vCPU";
        return run.measured()
                .map(measured -> ": " + rate(measured.imagesPerSecond()) + " images/s for one core here ("
                        + measured.images() + " images); a vCPU of " + type + System.lineSeparator()
                        + " ".repeat(11)
                        + (measured.isReadingTheLimit()
                                ? "waits for S3 rather than for the CNN: "
                                : "is taken for a third of that: ")
                        + throughput + ", an estimate (--rate gives another)")
                .orElse(": " + throughput + ", as given");
    }

    /** Small ones to a hundredth. */
    private static String rate(double imagesPerSecond) {
        return imagesPerSecond < 10
                ? String.format(Locale.ROOT, "%.2f", imagesPerSecond)
                : Figures.oneDecimal(imagesPerSecond);
    }

    private static String table(PlannedRun run) {
        TextTable table = new TextTable(
                "core nodes", "minutes", "of them CNN", "USD", "USD per million images", "USD of a million in one run");
        for (ClusterEstimate estimate : run.plan().estimates()) {
            table.row(
                    Integer.toString(estimate.workers()),
                    minutes(estimate.total()),
                    minutes(estimate.extraction()),
                    usd(estimate.cost()),
                    usd(estimate.costPerMillion()),
                    usd(estimate.costOfMillion()));
        }
        return table.text();
    }

    private static String footnotes(PlannedRun run) {
        Throughput throughput = run.model().throughput();
        return """
                Minutes count %s of start-up and %s for Spark's start, components, writing and the end.
                USD count the primary node and every second from the request to the end, on demand; not volumes, S3
                requests and storage, taxes.
                """.formatted(minutes(throughput.startUp()), minutes(throughput.fixed()))
                .replace("\n", System.lineSeparator());
    }

    /** What to take, why, and what to know of it. */
    static String recommendation(PlannedRun run, ClusterSpec spec, List<String> notes) {
        ClusterEstimate choice = run.plan().choice();
        String take = nodes(spec.nodes()) + ": " + minutes(choice.total()) + " minutes, " + usd(choice.cost())
                + " USD (" + run.plan().reason() + ")";
        return System.lineSeparator()
                + line("Take", take)
                + notes.stream().map(note -> line("Note", note)).collect(Collectors.joining());
    }

    private static String nodes(ClusterNodes nodes) {
        int core = nodes.core().count();
        return (core == 1 ? "1 core node" : core + " core nodes")
                + nodes.taskNodes()
                        .map(group -> " and " + group.count() + group.purchase().suffix())
                        .orElse("")
                + nodes.scalingLimits()
                        .map(limits -> ", scaled up to " + limits.most())
                        .orElse("");
    }

    private static String line(String name, String value) {
        return String.format(Locale.ROOT, "%-11s%s%n", name, value);
    }

    static String minutes(Duration time) {
        return Figures.oneDecimal(time.toMillis() / 60_000.0);
    }

    static String usd(double amount) {
        return String.format(Locale.ROOT, "%,.2f", amount);
    }

    private static String perHour(double amount) {
        return String.format(Locale.ROOT, "%.3f", amount);
    }
}
