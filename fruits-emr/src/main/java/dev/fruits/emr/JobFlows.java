package dev.fruits.emr;

import dev.fruits.core.RunFailedException;
import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.Location;
import dev.fruits.emr.plan.ClusterRun;
import dev.fruits.emr.plan.ClusterSpec;
import dev.fruits.emr.plan.RecordState;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.emr.EmrClient;
import software.amazon.awssdk.services.emr.model.Cluster;
import software.amazon.awssdk.services.emr.model.ClusterState;
import software.amazon.awssdk.services.emr.model.ClusterStatus;
import software.amazon.awssdk.services.emr.model.ClusterSummary;
import software.amazon.awssdk.services.emr.model.ClusterTimeline;
import software.amazon.awssdk.services.emr.model.ListStepsResponse;
import software.amazon.awssdk.services.emr.model.RunJobFlowRequest;
import software.amazon.awssdk.services.emr.model.StepSummary;
import software.amazon.awssdk.services.emr.model.Tag;

/** Runs on EMR clusters, one each. */
final class JobFlows implements EmrBackend {
    /** EMR forgets a cluster that ended two months ago. */
    private static final Duration REMEMBERED = Duration.ofDays(60);

    /** Each cluster in a list costs a request, as the list does not hold tags. */
    private static final Duration RECENT = Duration.ofDays(7);

    private static final String HOST = "cluster";
    private static final String ID = "j-";
    private static final int LOOKS_FOR_LOST = 6;

    private final EmrClient emr;
    private final EmrCalls calls;

    JobFlows(EmrClient emr, EmrCalls calls) {
        this.emr = emr;
        this.calls = calls;
    }

    @Override
    public void check(ClusterSpec spec) {
        JobFlow.request(spec);
    }

    @Override
    public List<ClusterRun> named(String run) throws IOException {
        List<ClusterRun> found = new ArrayList<>();
        for (ClusterSummary summary : summaries()) {
            if (run.equals(summary.name())) {
                ours(summary.id()).filter(one -> one.name().equals(run)).ifPresent(found::add);
            }
        }
        return EmrBackend.newestFirst(found);
    }

    @Override
    public List<ClusterRun> all() throws IOException {
        List<ClusterRun> found = new ArrayList<>();
        Instant recent = calls.polling().now().minus(RECENT);
        for (ClusterSummary summary : summaries()) {
            if (!ClusterStates.isGone(summary.status().state())
                    || created(summary.status()).isAfter(recent)) {
                ours(summary.id()).ifPresent(found::add);
            }
        }
        return EmrBackend.newestFirst(found);
    }

    private static Instant created(ClusterStatus status) {
        ClusterTimeline timeline = status.timeline();
        return timeline == null || timeline.creationDateTime() == null ? Instant.EPOCH : timeline.creationDateTime();
    }

    private List<ClusterSummary> summaries() throws IOException {
        Instant since = calls.polling().now().minus(REMEMBERED);
        return calls.repeat(
                "ListClusters",
                () -> emr.listClustersPaginator(list -> list.createdAfter(since)).clusters().stream()
                        .toList());
    }

    /** Creates one cluster, also if the answer is lost. */
    @Override
    public ClusterRun create(ClusterSpec spec, int attempt) throws IOException, Refused {
        return EmrCalls.created(() -> created(spec));
    }

    private ClusterRun created(ClusterSpec spec) throws IOException {
        RunJobFlowRequest request = JobFlow.request(spec);
        try {
            String id = calls.once("RunJobFlow", () -> emr.runJobFlow(request)).jobFlowId();
            return EmrBackend.starting(
                    spec,
                    id,
                    HOST,
                    ClusterState.STARTING.toString(),
                    calls.polling().now());
        } catch (EmrCalls.ResponseLost lost) {
            return afterLostAnswer(spec.name(), lost);
        }
    }

    private ClusterRun afterLostAnswer(String run, EmrCalls.ResponseLost lost) throws IOException {
        String why = "no cluster of it is listed";
        for (int looks = 1; looks <= LOOKS_FOR_LOST; looks++) {
            calls.polling().backOff(looks);
            try {
                Optional<ClusterRun> made = named(run).stream()
                        .filter(one -> one.costs() || one.state().isAlive())
                        .findFirst();
                if (made.isPresent()) {
                    return made.get();
                }
            } catch (WrongUseException | RunFailedException unseen) {
                why = String.valueOf(unseen.getMessage());
            }
        }
        throw new IOException(
                "EMR RunJobFlow: the answer was lost, so run " + run + " may have a cluster that costs (" + why
                        + "); check './fruits emr status " + run + "', then launch again",
                lost);
    }

    @Override
    public ClusterRun look(String id) throws IOException {
        return run(described(id), step(id));
    }

    @Override
    public Optional<ClusterRun> known(String id) throws IOException {
        return id.startsWith(ID) ? calls.find(() -> look(id)) : Optional.empty();
    }

    private Optional<ClusterRun> ours(String id) throws IOException {
        Cluster cluster = described(id);
        return tag(cluster, RUN_TAG) == null ? Optional.empty() : Optional.of(run(cluster, step(id)));
    }

    private Cluster described(String id) throws IOException {
        return calls.repeat("DescribeCluster", () -> emr.describeCluster(describe -> describe.clusterId(id)))
                .cluster();
    }

    private @Nullable StepSummary step(String id) throws IOException {
        ListStepsResponse steps = calls.repeat("ListSteps", () -> emr.listSteps(list -> list.clusterId(id)));
        return steps.steps().isEmpty() ? null : steps.steps().get(steps.steps().size() - 1);
    }

    private static ClusterRun run(Cluster cluster, @Nullable StepSummary step) {
        ClusterStates states = new ClusterStates(cluster.status(), step == null ? null : step.status());
        String name = tag(cluster, RUN_TAG);
        String folder = tag(cluster, FOLDER_TAG);
        return new ClusterRun(
                name == null ? cluster.name() : name,
                cluster.id(),
                HOST,
                states.run(),
                cluster.status().stateAsString(),
                !states.isOnTheWayOut(),
                states.reason(),
                created(cluster.status()),
                folder == null ? null : new Location(folder),
                RecordState.UNKNOWN);
    }

    private static @Nullable String tag(Cluster cluster, String key) {
        return cluster.tags().stream()
                .filter(tag -> key.equals(tag.key()))
                .map(Tag::value)
                .findFirst()
                .orElse(null);
    }

    @Override
    public void end(String id) throws IOException {
        calls.repeat("TerminateJobFlows", () -> emr.terminateJobFlows(terminate -> terminate.jobFlowIds(id)));
        calls.awaitEnd("cluster", () -> look(id));
    }

    @Override
    public boolean isGone(ClusterRun run) {
        return ClusterStates.isGone(ClusterState.fromValue(run.machines()));
    }

    /** In cluster mode the driver is a container of YARN's; the step itself only waits for it. */
    @Override
    public List<Location> logs(ClusterRun run) throws IOException {
        String uri = described(run.id()).logUri();
        if (uri == null || uri.isBlank()) {
            return List.of();
        }
        String root = uri.replaceFirst("^s3n://", "s3://") + (uri.endsWith("/") ? "" : "/") + run.id();
        return List.of(new Location(root + "/containers"), new Location(root + "/steps"));
    }

    @Override
    public void close() {
        emr.close();
    }
}
