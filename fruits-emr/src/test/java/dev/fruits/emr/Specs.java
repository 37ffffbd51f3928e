package dev.fruits.emr;

import dev.fruits.core.image.Location;
import dev.fruits.emr.plan.ClusterAccess;
import dev.fruits.emr.plan.ClusterJob;
import dev.fruits.emr.plan.ClusterNodes;
import dev.fruits.emr.plan.ClusterSpec;
import dev.fruits.emr.plan.NodeGroup;
import dev.fruits.emr.plan.NodeType;
import dev.fruits.emr.plan.Purchase;
import dev.fruits.emr.plan.ScalingLimits;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Clusters to make requests of. */
final class Specs {
    static final NodeType XLARGE = new NodeType("m5.xlarge", 4, 16);
    static final String KEY = "arn:aws:kms:eu-west-3:111122223333:key/1234abcd";

    private Specs() {}

    /** Two nodes in Paris; an apostrophe and a space where they are allowed. */
    static ClusterSpec plain() {
        return spec(ClusterNodes.fixed(XLARGE, 2), null);
    }

    static ClusterSpec encrypted() {
        return spec(ClusterNodes.fixed(XLARGE, 2), KEY);
    }

    static ClusterSpec withSpot() {
        return spec(
                new ClusterNodes(XLARGE, NodeGroup.onDemand(XLARGE, 1), new NodeGroup(XLARGE, 3, Purchase.SPOT), null),
                null);
    }

    static ClusterSpec scaled() {
        return spec(new ClusterNodes(XLARGE, NodeGroup.onDemand(XLARGE, 1), null, new ScalingLimits(1, 8)), null);
    }

    private static ClusterSpec spec(ClusterNodes nodes, @Nullable String key) {
        ClusterJob job = ClusterJob.below(
                new Location("s3://p8-fruits/runs/first"),
                "fruits-spark-1.0-emr.jar",
                new Location("s3://p8-data/Test"),
                new Location("s3://p8-data/Mia's results"));
        return new ClusterSpec(
                "fruits",
                "eu-west-3",
                "emr-7.13.0",
                nodes,
                job,
                new ClusterAccess("fruits-service", "fruits-machine", "fruits-encryption", "subnet-0a1b", key),
                15,
                new TreeMap<>(Map.of("project", "fruit seasons")));
    }
}
