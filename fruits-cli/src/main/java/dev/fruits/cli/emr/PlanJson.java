package dev.fruits.cli.emr;

import dev.fruits.core.json.Json;
import dev.fruits.emr.plan.Calibration;
import dev.fruits.emr.plan.ClusterEstimate;
import dev.fruits.emr.plan.ClusterSpec;
import dev.fruits.emr.plan.CostModel;
import dev.fruits.emr.plan.PlannedRun;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A plan for a program. */
public final class PlanJson {
    private PlanJson() {}

    /** All of it; times in minutes, amounts in USD. */
    public static String of(PlannedRun run, ClusterSpec spec, List<String> files) {
        Map<String, Object> plan = new LinkedHashMap<>();
        plan.put("images", run.plan().workload().images());
        plan.put("bytes", run.plan().workload().bytes());
        plan.put("location", run.run().images().text());
        plan.put("model", run.run().model());
        plan.put("region", run.region());
        plan.put("release", run.release());
        plan.put("machine", machine(run.model()));
        plan.put("pace", pace(run));
        plan.put(
                "estimates",
                run.plan().estimates().stream().map(PlanJson::estimate).toList());
        plan.put("recommended", recommended(run, spec));
        plan.put("notes", run.everyNote());
        plan.put("files", files);
        return Json.write(plan);
    }

    private static Map<String, Object> machine(CostModel model) {
        Map<String, Object> machine = new LinkedHashMap<>();
        machine.put("type", model.type().name());
        machine.put("vcpus", model.type().vCpus());
        machine.put("memory_gib", model.type().memoryGib());
        machine.put("usd_per_hour", rounded(model.worker().hourly()));
        machine.put("ec2_usd_per_hour", rounded(model.worker().machine()));
        machine.put("emr_usd_per_hour", rounded(model.worker().service()));
        machine.put("price_source", model.worker().source());
        return machine;
    }

    private static Map<String, Object> pace(PlannedRun run) {
        Map<String, Object> pace = new LinkedHashMap<>();
        run.measured().ifPresent(measured -> {
            pace.put("measured_images", measured.images());
            pace.put("measured_images_per_second", rounded(measured.imagesPerSecond()));
            pace.put("share_of_vcpu", Calibration.SHARE_OF_VCPU);
        });
        pace.put("images_per_second_per_vcpu", rounded(run.model().throughput().imagesPerSecond()));
        pace.put("start_up_minutes", minutes(run.model().throughput().startUp()));
        pace.put("fixed_minutes", minutes(run.model().throughput().fixed()));
        pace.put("contention", run.model().throughput().contention());
        return pace;
    }

    private static Map<String, Object> estimate(ClusterEstimate estimate) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("core_nodes", estimate.workers());
        fields.put("minutes", minutes(estimate.total()));
        fields.put("cnn_minutes", minutes(estimate.extraction()));
        fields.put("usd", rounded(estimate.cost()));
        fields.put("usd_per_million_images", rounded(estimate.costPerMillion()));
        fields.put("usd_for_a_run_of_a_million", rounded(estimate.costOfMillion()));
        return fields;
    }

    private static Map<String, Object> recommended(PlannedRun run, ClusterSpec spec) {
        Map<String, Object> fields = estimate(run.plan().choice());
        fields.put("core_nodes", spec.nodes().core().count());
        spec.nodes().taskNodes().ifPresent(task -> fields.put("spot_task_nodes", task.count()));
        spec.nodes().scalingLimits().ifPresent(limits -> fields.put("scaled_up_to", limits.most()));
        fields.put("reason", run.plan().reason());
        return fields;
    }

    private static double minutes(Duration time) {
        return rounded(time.toMillis() / 60_000.0);
    }

    /** To a hundredth of a cent. */
    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
