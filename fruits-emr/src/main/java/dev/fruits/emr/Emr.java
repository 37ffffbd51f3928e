package dev.fruits.emr;

import dev.fruits.aws.s3.S3Objects;
import dev.fruits.core.store.StoreSettings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

/** Entry point: plans runs on Amazon EMR, launches, follows and terminates them. */
public final class Emr {
    private Emr() {}

    /** Waits, or is interrupted. */
    @FunctionalInterface
    public interface Sleep {
        void of(Duration time) throws InterruptedException;
    }

    /**
     * Returns a planner; opens no connection.
     *
     * @param environment variables of this process, which may name the file of prices
     */
    public static EmrPlanner planner(Map<String, String> environment) {
        return new EmrPlanner(
                environment, new AwsPriceList(DefaultCredentialsProvider.create(), null, InstantSource.system()));
    }

    /**
     * Returns the runs of one region; opens no connection.
     *
     * @param store settings of the object store; its region is that of the clusters, null for this machine's region
     * @param serverless whether runs are jobs of EMR Serverless instead of clusters of their own
     * @param poll time between two requests for the state of a run that is followed, at least a second
     * @param sleep waits between requests
     * @throws dev.fruits.core.WrongUseException if no region is known
     */
    public static EmrRuns runs(StoreSettings store, boolean serverless, Duration poll, Sleep sleep) {
        String region = EmrClients.region(store.region(), System.getenv());
        Polling polling = new Polling(InstantSource.system(), sleep, RandomGenerator.getDefault(), poll);
        return new EmrRuns(backend(region, polling, serverless), new S3Objects(store.inRegion(region)), polling);
    }

    private static EmrBackend backend(String region, Polling polling, boolean serverless) {
        return serverless
                ? new ServerlessJobs(EmrClients.serverless(region), new EmrCalls("emr-serverless", region, polling))
                : new JobFlows(EmrClients.emr(region), new EmrCalls("elasticmapreduce", region, polling));
    }
}
