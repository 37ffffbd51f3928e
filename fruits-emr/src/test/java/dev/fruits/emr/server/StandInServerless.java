package dev.fruits.emr.server;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The Serverless applications of one account in one region, each with its jobs. */
final class StandInServerless {
    static final Map<String, String> ROUTES = Map.of(
            "POST /applications", "CreateApplication",
            "GET /applications", "ListApplications",
            "GET /applications/([^/]+)", "GetApplication",
            "POST /applications/([^/]+)/stop", "StopApplication",
            "DELETE /applications/([^/]+)", "DeleteApplication",
            "POST /applications/([^/]+)/jobruns", "StartJobRun",
            "GET /applications/([^/]+)/jobruns", "ListJobRuns",
            "GET /applications/([^/]+)/jobruns/([^/]+)", "GetJobRun",
            "DELETE /applications/([^/]+)/jobruns/([^/]+)", "CancelJobRun");

    private static final class Job {
        final String id;
        final Map<String, Object> request;
        final List<Moment> script;
        int now = -1;
        boolean cancelled;

        Job(String id, Map<String, Object> request, List<Moment> script) {
            this.id = id;
            this.request = request;
            this.script = script;
        }

        Moment now() {
            return cancelled
                    ? Moment.of("CANCELLED", "").because("", "Job run cancelled by user")
                    : script.get(Math.max(0, Math.min(now, script.size() - 1)));
        }
    }

    private static final class Application {
        final String id;
        final Map<String, Object> request;
        final List<Job> jobs = new ArrayList<>();
        String state = "CREATING";
        int looks;

        Application(String id, Map<String, Object> request) {
            this.id = id;
            this.request = request;
        }
    }

    private final List<Application> applications = new ArrayList<>();
    private List<Moment> script = List.of(
            Moment.of("SCHEDULED", ""), Moment.of("RUNNING", ""), Moment.of("RUNNING", ""), Moment.of("SUCCESS", ""));

    synchronized void script(List<Moment> moments) {
        script = List.copyOf(moments);
    }

    synchronized List<Map<String, Object>> started() {
        return applications.stream()
                .flatMap(application -> application.jobs.stream())
                .map(job -> job.request)
                .toList();
    }

    synchronized List<String> states() {
        return applications.stream().map(application -> application.state).toList();
    }

    synchronized Map<String, Object> answer(ApiCall call) {
        return switch (call.operation()) {
            case "CreateApplication" -> create(call.body());
            case "ListApplications" ->
                Map.of(
                        "applications",
                        applications.stream().map(StandInServerless::summary).toList());
            case "GetApplication" -> Map.of("application", summary(looked(application(call))));
            case "StopApplication" -> stop(application(call));
            case "DeleteApplication" -> delete(application(call));
            case "StartJobRun" -> start(application(call), call.body());
            case "ListJobRuns" ->
                Map.of(
                        "jobRuns",
                        application(call).jobs.stream()
                                .map(job -> job(application(call), job))
                                .toList());
            case "GetJobRun" -> {
                Job job = job(call);
                job.now++;
                yield Map.of("jobRun", job(application(call), job));
            }
            case "CancelJobRun" -> {
                job(call).cancelled = true;
                yield Map.of(
                        "applicationId",
                        call.path().get(0),
                        "jobRunId",
                        call.path().get(1));
            }
            default -> throw ApiException.fault("operation " + call.operation() + ": is not known");
        };
    }

    private Map<String, Object> create(Map<String, Object> request) {
        Application made = applications.stream()
                .filter(known -> Objects.equals(known.request.get("clientToken"), request.get("clientToken")))
                .findFirst()
                .orElse(null);
        if (made == null) {
            made = new Application("00f" + (applications.size() + 1) + "abcdefghijkl", request);
            applications.add(0, made);
        }
        return Map.of("applicationId", made.id, "name", request.getOrDefault("name", ""), "arn", arn(made.id));
    }

    /** It is there at the third look. */
    private static Application looked(Application application) {
        application.looks++;
        if (application.state.equals("CREATING") && application.looks > 2) {
            application.state = "CREATED";
        }
        return application;
    }

    private Map<String, Object> start(Application application, Map<String, Object> request) {
        if (application.state.equals("CREATING")) {
            throw ApiException.unmet(400, "ValidationException", "Application is not in a state to run jobs");
        }
        Optional<Job> known = application.jobs.stream()
                .filter(job -> Objects.equals(job.request.get("clientToken"), request.get("clientToken")))
                .findFirst();
        Job job = known.orElseGet(() -> new Job(application.id + "-" + (application.jobs.size() + 1), request, script));
        if (known.isEmpty()) {
            application.jobs.add(0, job);
            application.state = "STARTED";
        }
        return Map.of("applicationId", application.id, "jobRunId", job.id, "arn", arn(application.id + "/" + job.id));
    }

    private static Map<String, Object> stop(Application application) {
        boolean busy = application.jobs.stream()
                .anyMatch(job ->
                        List.of("SCHEDULED", "RUNNING").contains(job.now().cluster()));
        if (busy) {
            throw ApiException.unmet(400, "ValidationException", "Application has active job runs");
        }
        application.state = "STOPPED";
        return Map.of();
    }

    private Map<String, Object> delete(Application application) {
        if (application.state.equals("STARTED")) {
            throw ApiException.unmet(400, "ValidationException", "Application must be in STOPPED or CREATED state");
        }
        applications.remove(application);
        return Map.of();
    }

    private static Map<String, Object> summary(Application application) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", application.id);
        fields.put("applicationId", application.id);
        fields.put("arn", arn(application.id));
        fields.put("name", application.request.getOrDefault("name", ""));
        fields.put("releaseLabel", Objects.requireNonNull(application.request.get("releaseLabel")));
        fields.put("type", "SPARK");
        fields.put("state", application.state);
        fields.put("createdAt", 1_790_000_000L);
        fields.put("updatedAt", 1_790_000_000L);
        fields.put("tags", application.request.getOrDefault("tags", Map.of()));
        return fields;
    }

    private static Map<String, Object> job(Application application, Job job) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("applicationId", application.id);
        fields.put("id", job.id);
        fields.put("jobRunId", job.id);
        fields.put("arn", arn(application.id + "/" + job.id));
        fields.put("createdBy", "arn:aws:iam::123456789012:user/somebody");
        fields.put("executionRole", Objects.requireNonNull(job.request.get("executionRoleArn")));
        fields.put("name", job.request.getOrDefault("name", ""));
        fields.put("state", job.now().cluster());
        fields.put("stateDetails", job.now().message());
        fields.put("releaseLabel", Objects.requireNonNull(application.request.get("releaseLabel")));
        fields.put("createdAt", 1_790_000_000L);
        fields.put("updatedAt", 1_790_000_000L);
        fields.put("jobDriver", job.request.getOrDefault("jobDriver", Map.of()));
        return fields;
    }

    private static String arn(String id) {
        return "arn:aws:emr-serverless:" + EmrStandIn.REGION + ":123456789012:/applications/" + id;
    }

    private Application application(ApiCall call) {
        return applications.stream()
                .filter(application -> application.id.equals(call.path().get(0)))
                .findFirst()
                .orElseThrow(() -> ApiException.unmet(404, "ResourceNotFoundException", "Application not found"));
    }

    private Job job(ApiCall call) {
        return application(call).jobs.stream()
                .filter(job -> job.id.equals(call.path().get(1)))
                .findFirst()
                .orElseThrow(() -> ApiException.unmet(404, "ResourceNotFoundException", "Job run not found"));
    }
}
