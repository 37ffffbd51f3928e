package dev.fruits.cli.emr;

import dev.fruits.cli.console.TextTable;
import dev.fruits.core.json.Json;
import dev.fruits.emr.plan.ClusterRun;
import dev.fruits.emr.plan.RecordState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs on clusters, for people and for programs. */
public final class RunText {
    private RunText() {}

    /** A line for each run, then what a person should know of some. */
    public static String table(List<ClusterRun> runs, String stop) {
        TextTable table = new TextTable("run", "state", "on", "machines", "costs", "since", "folder");
        runs.forEach(run -> table.row(
                run.name(),
                run.state().text(),
                run.thing(),
                run.machines(),
                run.costs() ? "yes" : "no",
                run.created().toString(),
                run.place().map(Object::toString).orElse("unknown")));
        StringBuilder text = new StringBuilder(table.text());
        for (ClusterRun run : runs) {
            run.why().ifPresent(why -> line(text, run, why));
            if (run.recorded() == RecordState.MISSING) {
                line(
                        text,
                        run,
                        "found by its tag alone: no launch record names it, its launch was interrupted;" + " './fruits "
                                + stop + " " + run.name() + "' terminates it, launching it again attaches");
            }
        }
        return text.toString();
    }

    private static void line(StringBuilder text, ClusterRun run, String what) {
        text.append(run.name()).append(": ").append(what).append(System.lineSeparator());
    }

    /** {@code {"runs": [{"run": …}]}}. */
    public static String json(List<ClusterRun> runs) {
        return Json.write(Map.of("runs", runs.stream().map(RunText::fields).toList()));
    }

    private static Map<String, Object> fields(ClusterRun run) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("run", run.name());
        fields.put("id", run.id());
        fields.put("on", run.host());
        fields.put("state", run.state().text());
        fields.put("machines", run.machines());
        fields.put("costs", run.costs());
        fields.put("reason", run.why().<Object>map(why -> why).orElse(Json.NULL));
        fields.put("created", run.created().toString());
        fields.put("folder", run.place().<Object>map(Object::toString).orElse(Json.NULL));
        fields.put(
                "recorded", run.recorded() == RecordState.UNKNOWN ? Json.NULL : run.recorded() == RecordState.RECORDED);
        return fields;
    }
}
