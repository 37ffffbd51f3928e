package dev.fruits.aws.emr;

import dev.fruits.aws.s3.S3Store;
import dev.fruits.core.cluster.ClusterPlanner;
import dev.fruits.core.cluster.ClusterRuns;
import dev.fruits.core.spi.ClusterProvider;
import dev.fruits.core.store.StoreSettings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

/** Offers clusters of Amazon EMR. */
public final class EmrClusterProvider implements ClusterProvider {
    @Override
    public String name() {
        return "emr";
    }

    @Override
    public ClusterPlanner planner(Map<String, String> environment) {
        InstantSource clock = InstantSource.system();
        AwsPriceList current = new AwsPriceList(DefaultCredentialsProvider.create(), null, clock);
        return new EmrPlanner(environment, current, clock);
    }

    @Override
    public ClusterRuns runs(StoreSettings store, boolean serverless, Duration poll) {
        String region = EmrClients.region(store.region(), System.getenv());
        Pace pace = Pace.real(poll);
        return new EmrRuns(hosting(region, pace, serverless), new S3Store(store.inRegion(region)), pace);
    }

    private static Hosting hosting(String region, Pace pace, boolean serverless) {
        return serverless
                ? new ServerlessJobs(EmrClients.serverless(region), new EmrCalls("emr-serverless", region, pace))
                : new JobFlows(EmrClients.emr(region), new EmrCalls("elasticmapreduce", region, pace));
    }
}
