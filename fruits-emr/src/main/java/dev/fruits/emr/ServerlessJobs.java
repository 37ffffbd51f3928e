package dev.fruits.emr;

import dev.fruits.aws.AwsError;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.Location;
import dev.fruits.emr.plan.ClusterRun;
import dev.fruits.emr.plan.ClusterSpec;
import dev.fruits.emr.plan.RecordState;
import dev.fruits.emr.plan.RunState;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.emrserverless.EmrServerlessClient;
import software.amazon.awssdk.services.emrserverless.model.Application;
import software.amazon.awssdk.services.emrserverless.model.ApplicationState;
import software.amazon.awssdk.services.emrserverless.model.ApplicationSummary;
import software.amazon.awssdk.services.emrserverless.model.CreateApplicationRequest;
import software.amazon.awssdk.services.emrserverless.model.JobRun;
import software.amazon.awssdk.services.emrserverless.model.JobRunState;
import software.amazon.awssdk.services.emrserverless.model.JobRunSummary;
import software.amazon.awssdk.services.emrserverless.model.StartJobRunRequest;

/** Runs on EMR Serverless: an application of its own for each, with one job for each attempt. */
final class ServerlessJobs implements EmrBackend {
    private static final String HOST = "serverless job";
    /** Less than the time after which another launch may begin. */
    private static final Duration MAKING = Duration.ofMinutes(2);

    private final EmrServerlessClient serverless;
    private final EmrCalls calls;

    ServerlessJobs(EmrServerlessClient serverless, EmrCalls calls) {
        this.serverless = serverless;
        this.calls = calls;
    }

    @Override
    public void check(ClusterSpec spec) {
        ServerlessRequests.role(spec);
        ServerlessWorker.on(spec.nodes().core().type());
    }

    @Override
    public List<ClusterRun> named(String run) throws IOException {
        return runs(run);
    }

    @Override
    public List<ClusterRun> all() throws IOException {
        return runs(null);
    }

    private List<ClusterRun> runs(@Nullable String named) throws IOException {
        List<ClusterRun> found = new ArrayList<>();
        for (ApplicationSummary summary : applications()) {
            if (named == null || named.equals(summary.name())) {
                Application application = application(summary.id());
                if (application.tags().containsKey(RUN_TAG)) {
                    found.add(newest(application));
                }
            }
        }
        return EmrBackend.newestFirst(found);
    }

    private ClusterRun newest(Application application) throws IOException {
        String id = application.applicationId();
        Optional<JobRunSummary> newest = jobs(id).stream().max(Comparator.comparing(JobRunSummary::createdAt));
        return newest.isPresent() ? run(application, job(id, newest.get().id())) : run(application, null);
    }

    private List<ApplicationSummary> applications() throws IOException {
        return calls.repeat(
                "ListApplications",
                () -> serverless.listApplicationsPaginator(list -> {}).applications().stream()
                        .filter(application -> application.state() != ApplicationState.TERMINATED)
                        .toList());
    }

    private List<JobRunSummary> jobs(String application) throws IOException {
        return calls.repeat(
                "ListJobRuns",
                () -> serverless.listJobRunsPaginator(list -> list.applicationId(application)).jobRuns().stream()
                        .toList());
    }

    private Application application(String id) throws IOException {
        return calls.repeat("GetApplication", () -> serverless.getApplication(get -> get.applicationId(id)))
                .application();
    }

    private JobRun job(String application, String id) throws IOException {
        return calls.repeat(
                        "GetJobRun",
                        () -> serverless.getJobRun(
                                get -> get.applicationId(application).jobRunId(id)))
                .jobRun();
    }

    /** Both requests may be repeated: EMR Serverless knows them by their tokens. */
    @Override
    public ClusterRun create(ClusterSpec spec, int attempt) throws IOException, Refused {
        return EmrCalls.created(() -> started(spec, attempt));
    }

    private ClusterRun started(ClusterSpec spec, int attempt) throws IOException {
        Optional<String> known = named(spec.name()).stream()
                .map(run -> run.id().split("/", 2)[0])
                .findFirst();
        String application = known.isPresent() ? known.get() : made(spec, attempt);
        requireFit(awaitMade(application), spec);
        StartJobRunRequest request = ServerlessRequests.job(application, spec, attempt);
        String job = calls.repeat("StartJobRun", () -> serverless.startJobRun(request))
                .jobRunId();
        return EmrBackend.starting(
                spec,
                application + "/" + job,
                HOST,
                JobRunState.SUBMITTED.toString(),
                calls.polling().now());
    }

    /** A job is refused while its application is being made. */
    private Application awaitMade(String id) throws IOException {
        Instant end = calls.polling().now().plus(MAKING);
        Application application = application(id);
        while (application.state() == ApplicationState.CREATING) {
            if (!calls.polling().now().isBefore(end)) {
                throw new IOException(
                        "application " + id + ": EMR Serverless is still making it; launch again in some minutes");
            }
            calls.polling().awaitLook();
            application = application(id);
        }
        return application;
    }

    /** An application that an earlier launch of the name made keeps its release, and its size. */
    private static void requireFit(Application there, ClusterSpec spec) {
        if (!there.releaseLabel().equals(spec.release())) {
            throw new WrongUseException("run " + spec.name() + ": its serverless application " + there.applicationId()
                    + " is of " + there.releaseLabel() + " and not of " + spec.release() + "; give another --name, or"
                    + " remove it with aws emr-serverless delete-application");
        }
    }

    private String made(ClusterSpec spec, int attempt) throws IOException {
        CreateApplicationRequest request = ServerlessRequests.application(spec, attempt);
        return calls.repeat("CreateApplication", () -> serverless.createApplication(request))
                .applicationId();
    }

    @Override
    public ClusterRun look(String id) throws IOException {
        String[] parts = id.split("/", 2);
        return run(application(parts[0]), parts.length == 1 ? null : job(parts[0], parts[1]));
    }

    @Override
    public Optional<ClusterRun> known(String id) throws IOException {
        return id.contains("/") ? calls.find(() -> look(id)) : Optional.empty();
    }

    private static ClusterRun run(Application application, @Nullable JobRun job) {
        String folder = application.tags().get(FOLDER_TAG);
        RunState state = state(job);
        return new ClusterRun(
                application.tags().getOrDefault(RUN_TAG, application.name()),
                application.applicationId() + (job == null ? "" : "/" + job.jobRunId()),
                HOST,
                state,
                job == null ? application.stateAsString() : job.stateAsString(),
                state.isAlive() || (job != null && job.state() == JobRunState.CANCELLING),
                reason(job),
                job == null ? createdAt(application) : job.createdAt(),
                folder == null ? null : new Location(folder),
                RecordState.UNKNOWN);
    }

    private static Instant createdAt(Application application) {
        return application.createdAt() == null ? Instant.EPOCH : application.createdAt();
    }

    private static @Nullable String reason(@Nullable JobRun job) {
        if (job == null) {
            return "its launch was interrupted before the job was started; it costs nothing, launch it again";
        }
        return job.stateDetails() == null || job.stateDetails().isBlank()
                ? null
                : AwsError.printable(job.stateDetails());
    }

    private static RunState state(@Nullable JobRun job) {
        JobRunState state = job == null ? JobRunState.CANCELLED : job.state();
        return switch (state) {
            case CANCELLED, CANCELLING -> RunState.STOPPED;
            case SUCCESS -> RunState.DONE;
            case RUNNING -> RunState.RUNNING;
            case SUBMITTED, PENDING, SCHEDULED, QUEUED -> RunState.STARTING;
            default -> RunState.FAILED;
        };
    }

    /** Cancels the job, then stops the application, which would stop by itself when it has been idle. */
    @Override
    public void end(String id) throws IOException {
        String[] parts = id.split("/", 2);
        if (parts.length == 2) {
            calls.repeat(
                    "CancelJobRun",
                    () -> serverless.cancelJobRun(
                            cancel -> cancel.applicationId(parts[0]).jobRunId(parts[1])));
            calls.awaitEnd("job", () -> look(id));
        }
        calls.repeat("StopApplication", () -> serverless.stopApplication(stop -> stop.applicationId(parts[0])));
    }

    @Override
    public boolean isGone(ClusterRun run) {
        return !run.costs();
    }

    @Override
    public List<Location> logs(ClusterRun run) {
        String[] parts = run.id().split("/", 2);
        return run.folder() == null || parts.length == 1
                ? List.of()
                : List.of(new Location(
                        run.folder() + "/logs/applications/" + parts[0] + "/jobs/" + parts[1] + "/SPARK_DRIVER"));
    }

    @Override
    public void close() {
        serverless.close();
    }
}
