package dev.fruits.emr.plan;

import dev.fruits.core.image.Location;
import dev.fruits.core.spi.PortableModel;
import dev.fruits.core.store.Residency;
import dev.fruits.core.store.StoreSettings;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Requests and plans of small runs in Paris. */
public final class Plans {
    private static final StoreSettings PARIS = StoreSettings.DEFAULT.inRegion("eu-west-3");

    private Plans() {}

    public static RunToPlan run(String images, String model, String results, RunInputs inputs) {
        return new RunToPlan(new Location(images), new Location(results), model, 16, PARIS, Residency.ANY, inputs);
    }

    /** 25 images/s for each vCPU. */
    public static ClusterRequest request(
            boolean knownPrices, @Nullable ScalingLimits scaling, @Nullable String folder) {
        Integer nodes = scaling == null ? null : (Integer) scaling.most();
        return new ClusterRequest(
                "apples",
                "m5.xlarge",
                "3.5",
                new PlanLimits(nodes, null, null),
                0,
                Purchase.SPOT,
                scaling,
                10,
                25.0,
                null,
                null,
                knownPrices,
                folder,
                new ClusterAccess("service", "machine", null, null, null),
                new TreeMap<>());
    }

    static PlannedRun planned(RunToPlan run, @Nullable PortableModel portable) {
        ClusterRequest request = request(true, null, "s3://b/emr");
        NodePrice price = new NodePrice(0.8, 0.2, "known");
        CostModel model = new CostModel(request.throughput(25), price, price, new NodeType("m5.xlarge", 4, 16));
        ClusterPlan plan = ClusterPlan.of(model, new Workload(6, 600), request.limits());
        return new PlannedRun(
                run,
                request,
                "eu-west-3",
                "emr-7.13.0",
                JobLocations.of(run, request).job(),
                model,
                plan,
                null,
                portable,
                List.of(),
                List.of());
    }
}
