package dev.fruits.cli.emr;

import dev.fruits.cli.command.Command;
import dev.fruits.cli.command.CommandHelp;
import dev.fruits.cli.command.Invocation;
import dev.fruits.cli.option.CommandOption;
import dev.fruits.cli.option.OutputOptions;
import dev.fruits.cli.option.RunOptions;
import dev.fruits.cli.option.StoreOptions;
import dev.fruits.cli.option.ValueType;
import dev.fruits.core.sink.Document;
import dev.fruits.emr.EmrPlanner;
import dev.fruits.emr.plan.ClusterSpec;
import dev.fruits.emr.plan.PlannedRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code fruits emr plan}: what a run on Amazon EMR needs and costs. */
record EmrPlanCommand(Invocation call) implements Command {
    private static final CommandOption<String> OUT = CommandOption.of(
                    "out", ValueType.LOCATION, "DIR", "Folder of the written files.")
            .byDefault("emr-plan")
            .group(RunOptions.OUT.group());

    static final CommandHelp HELP = CommandHelp.of(
                    "plan", "Estimates duration and cost of a run on Amazon EMR and recommends a cluster.")
            .details("It compares 1, 2, 4 and 8 nodes and writes the request that would create the cluster, in the"
                    + " region of the store. It creates nothing, and needs no credentials if the images are local.")
            .argument("PIPELINE.yaml", "1", "A pipeline file, as for './fruits run'.")
            .options(ClusterOptions.ALL)
            .options(OUT)
            .options(StoreOptions.ALL)
            .options(
                    OutputOptions.JSON.help("Print the plan as JSON on standard output, and nothing else."),
                    OutputOptions.QUIET,
                    OutputOptions.VERBOSE)
            .footer("""
                        Files in --out
                          run-job-flow.json     the request to EMR, as the SDK sends it
                          create-cluster.sh     the same as a command of the AWS command line
                          cloudformation.yaml   roles with access to the locations of the run alone, and encryption settings

                        Examples
                          ./fruits emr plan pipeline.yaml --region eu-west-3
                          ./fruits emr plan pipeline.yaml --region eu-west-3 --within 30 --budget 2.50
                          ./fruits emr plan pipeline.yaml --type m5.2xlarge --nodes 2 --rate 40 --json

                        Exit codes: 0 done, 1 images or weights are not available, 2 wrong use, or above --budget or
                        --within.
                        """);

    @Override
    public int run() throws IOException {
        print(PipelineInputs.of(call).planned(call), Path.of(call.options().orDefault(OUT)), call.json());
        return 0;
    }

    private void print(PlannedRun run, Path out, boolean json) throws IOException {
        if (!json) {
            call.print(PlanText.of(run));
            call.context().out().flush(); // the table comes before a refusal
        }
        ClusterSpec spec = run.cluster();
        List<String> files = write(EmrPlanner.documents(spec), out);
        call.print(json ? PlanJson.of(run, spec, files) : text(run, spec, files));
    }

    private static String text(PlannedRun run, ClusterSpec spec, List<String> files) {
        return PlanText.recommendation(run, spec, run.everyNote()) + "Wrote      " + String.join(", ", files)
                + System.lineSeparator();
    }

    private static List<String> write(List<Document> documents, Path out) throws IOException {
        Files.createDirectories(out);
        List<String> files = new ArrayList<>();
        for (Document document : documents) {
            files.add(Files.writeString(out.resolve(document.name()), document.text())
                    .toString());
        }
        return files;
    }
}
