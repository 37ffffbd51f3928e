package dev.fruits.cli.emr;

import dev.fruits.cli.console.Figures;
import dev.fruits.cli.console.TextTable;
import dev.fruits.emr.plan.ClusterEstimate;
import dev.fruits.emr.plan.ClusterNodes;
import dev.fruits.emr.plan.ClusterSpec;
import dev.fruits.emr.plan.NodePrice;
import dev.fruits.emr.plan.PlannedRun;
import dev.fruits.emr.plan.Throughput;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** A plan for a person. */
public final class PlanText {
    private PlanText() {}

    /** The work to do, the assumptions, and the table. */
    public static String of(PlannedRun run) {
        return given(run) + System.lineSeparator() + table(run) + System.lineSeparator() + footnotes(run);
    }

    private static String given(PlannedRun run) {
        String type = run.model().type().name();
        NodePrice price = run.model().worker();
        StringBuilder text = new StringBuilder();
        line(
                text,
                "Images",
                Figures.count(run.plan().workload().images()) + ", "
                        + Figures.megabytes(run.plan().workload().bytes()) + " ("
                        + run.run().images() + ")");
        line(text, "CNN", run.run().model() + throughput(run, type));
        line(
                text,
                "Machines",
                type + ", " + run.model().type().vCpus() + " vCPUs and "
                        + Figures.count(Math.round(run.model().type().memoryGib())) + " GiB each, in " + run.region()
                        + ", "
                        + run.release());
        String parts =
                price.service() == 0 ? "" : " = EC2 " + perHour(price.machine()) + " + EMR " + perHour(price.service());
        line(text, "Price", perHour(price.hourly()) + " USD an hour" + parts);
        line(text, "", price.source());
        return text.toString();
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
        StringBuilder text = new StringBuilder();
        text.append("Minutes count ")
                .append(minutes(throughput.startUp()))
                .append(" of start-up and ")
                .append(minutes(throughput.fixed()))
                .append(" for Spark's start, components, writing and the end.")
                .append(System.lineSeparator());
        text.append(
                        "USD count the primary node and every second from the request to the end, on demand; not volumes, S3")
                .append(System.lineSeparator())
                .append("requests and storage, taxes.")
                .append(System.lineSeparator());
        return text.toString();
    }

    /** What to take, why, and what to know of it. */
    public static String recommendation(PlannedRun run, ClusterSpec spec, List<String> notes) {
        ClusterEstimate choice = run.plan().choice();
        StringBuilder text = new StringBuilder(System.lineSeparator());
        line(
                text,
                "Take",
                nodes(spec.nodes()) + ": " + minutes(choice.total()) + " minutes, " + usd(choice.cost()) + " USD ("
                        + run.plan().reason() + ")");
        notes.forEach(note -> line(text, "Note", note));
        return text.toString();
    }

    private static String nodes(ClusterNodes nodes) {
        String core = nodes.core().count() == 1 ? "1 core node" : nodes.core().count() + " core nodes";
        String task = nodes.taskNodes()
                .map(group -> " and " + group.count() + group.purchase().suffix())
                .orElse("");
        return core
                + task
                + nodes.scalingLimits()
                        .map(limits -> ", scaled up to " + limits.most())
                        .orElse("");
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(String.format(Locale.ROOT, "%-11s%s%n", name, value));
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
