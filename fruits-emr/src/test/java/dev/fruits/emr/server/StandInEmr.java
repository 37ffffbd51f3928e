package dev.fruits.emr.server;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The clusters of one account in one region. */
final class StandInEmr {
    private static final int PAGE = 2; // small, so that callers must turn pages
    private static final Set<String> SOLD = Set.of(
            "m5.xlarge",
            "m5.2xlarge",
            "m6g.xlarge",
            "m6i.xlarge",
            "m7g.xlarge",
            "c5.xlarge",
            "c5.2xlarge",
            "c6g.xlarge",
            "r5.xlarge");

    private final List<StandInCluster> clusters = new ArrayList<>();
    private final List<Map<String, Object>> created = new ArrayList<>();
    private List<Moment> script = Moment.wellEnded();

    synchronized void script(List<Moment> moments) {
        script = List.copyOf(moments);
    }

    synchronized List<Map<String, Object>> created() {
        return List.copyOf(created);
    }

    synchronized List<String> states() {
        return clusters.stream().map(cluster -> cluster.now().cluster()).toList();
    }

    synchronized List<String> ids() {
        return clusters.stream().map(StandInCluster::id).toList();
    }

    synchronized Map<String, Object> answer(ApiCall call) {
        return switch (call.operation()) {
            case "RunJobFlow" -> create(call.body());
            case "ListClusters" -> list(call.body());
            case "DescribeCluster" -> {
                StandInCluster cluster = cluster(call.body());
                cluster.next();
                yield Map.of("Cluster", cluster.description());
            }
            case "ListSteps" -> Map.of("Steps", List.of(cluster(call.body()).step()));
            case "DescribeStep" -> Map.of("Step", cluster(call.body()).step());
            case "TerminateJobFlows" -> {
                Inside.texts(call.body(), "JobFlowIds").forEach(id -> find(id).terminate());
                yield Map.of();
            }
            default -> throw ApiException.fault("operation " + call.operation() + ": is not known");
        };
    }

    private Map<String, Object> create(Map<String, Object> request) {
        refuseUnsold(request.get("Instances"));
        String id = "j-" + String.format(Locale.ROOT, "%013d", clusters.size() + 1);
        double now = TimeUnit.MILLISECONDS.toSeconds(System.currentTimeMillis());
        clusters.add(0, new StandInCluster(id, request, script, now));
        created.add(request);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("JobFlowId", id);
        answer.put("ClusterArn", "arn:aws:elasticmapreduce:" + EmrStandIn.REGION + ":123456789012:cluster/" + id);
        return answer;
    }

    /** Every instance type of the request is one that this region has. */
    private static void refuseUnsold(@Nullable Object part) {
        if (part instanceof List<?> items) {
            items.forEach(StandInEmr::refuseUnsold);
        } else if (part instanceof Map<?, ?> fields) {
            Object type = fields.get("InstanceType");
            if (type != null && !SOLD.contains(type.toString())) {
                throw ApiException.unmet(
                        400,
                        "ValidationException",
                        "Instance type '" + type + "' is not supported in AWS Region " + EmrStandIn.REGION + ".");
            }
            fields.values().forEach(StandInEmr::refuseUnsold);
        }
    }

    private Map<String, Object> list(Map<String, Object> request) {
        List<?> wanted = (List<?>) request.getOrDefault("ClusterStates", List.of());
        int from = Integer.parseInt(String.valueOf(request.getOrDefault("Marker", "0")));
        List<StandInCluster> found = clusters.stream()
                .filter(cluster ->
                        wanted.isEmpty() || wanted.contains(cluster.now().cluster()))
                .toList();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put(
                "Clusters",
                found.stream()
                        .skip(from)
                        .limit(PAGE)
                        .map(StandInCluster::summary)
                        .toList());
        if (from + PAGE < found.size()) {
            answer.put("Marker", Integer.toString(from + PAGE));
        }
        return answer;
    }

    private StandInCluster cluster(Map<String, Object> request) {
        return find(String.valueOf(request.get("ClusterId")));
    }

    private StandInCluster find(String id) {
        return clusters.stream()
                .filter(cluster -> cluster.id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        ApiException.unmet(400, "InvalidRequestException", "Cluster id '" + id + "' is not valid."));
    }
}
