package dev.fruits.emr.server;

import dev.fruits.core.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A cluster that exists only in words: each look at it is the next moment of its script. */
final class StandInCluster {
    private final String id;
    private final Map<String, Object> request;
    private final List<Moment> script;
    private final double created;
    private int now = -1;
    private List<Moment> ending = List.of();

    StandInCluster(String id, Map<String, Object> request, List<Moment> script, double created) {
        this.id = id;
        this.request = request;
        this.script = script;
        this.created = created;
    }

    String id() {
        return id;
    }

    Moment now() {
        List<Moment> moments = ending.isEmpty() ? script : ending;
        return moments.get(Math.max(0, Math.min(now, moments.size() - 1)));
    }

    Moment next() {
        now++;
        return now();
    }

    void terminate() {
        if (now().isEnded()) {
            return;
        }
        Moment by = now().because("USER_REQUEST", "Terminated by user request");
        ending = List.of(
                new Moment("TERMINATING", by.step(), by.code(), by.message()),
                new Moment("TERMINATED", "CANCELLED", by.code(), by.message()));
        now = -1;
    }

    Map<String, Object> summary() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("Id", id);
        fields.put("Name", Objects.requireNonNull(request.get("Name")));
        fields.put("Status", status(now().cluster(), true));
        fields.put("NormalizedInstanceHours", 0);
        return fields;
    }

    Map<String, Object> description() {
        Map<String, Object> fields = summary();
        fields.put("Tags", request.getOrDefault("Tags", List.of()));
        fields.put("LogUri", request.getOrDefault("LogUri", Json.NULL));
        fields.put("ReleaseLabel", request.getOrDefault("ReleaseLabel", Json.NULL));
        fields.put("AutoTerminate", true);
        fields.put("Applications", List.of(Map.of("Name", "Spark")));
        return fields;
    }

    Map<String, Object> step() {
        Map<String, Object> asked = first(request.get("Steps"));
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("Id", "s-" + id.substring(2));
        fields.put("Name", Objects.requireNonNull(asked.get("Name")));
        fields.put("ActionOnFailure", asked.getOrDefault("ActionOnFailure", "CONTINUE"));
        Map<String, Object> status = status(now().step(), false);
        if (now().step().equals("FAILED")) {
            status.put(
                    "FailureDetails",
                    Map.of(
                            "Reason", "Unknown Error.",
                            "Message", "Exception in thread \"main\" org.apache.spark.SparkException: exit code 1",
                            "LogFile",
                                    request.getOrDefault("LogUri", "") + id + "/steps/s-" + id.substring(2)
                                            + "/stderr.gz"));
        }
        fields.put("Status", status);
        return fields;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> first(@Nullable Object list) {
        return (Map<String, Object>) ((List<?>) Objects.requireNonNull(list, "Steps")).get(0);
    }

    private Map<String, Object> status(String state, boolean withReason) {
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("State", state);
        Map<String, Object> reason = new LinkedHashMap<>();
        if (withReason && !now().code().isEmpty()) {
            reason.put("Code", now().code());
        }
        if (withReason && !now().message().isEmpty()) {
            reason.put("Message", now().message());
        }
        status.put("StateChangeReason", reason);
        status.put("Timeline", Map.of("CreationDateTime", created));
        return status;
    }
}
