package dev.fruits.aws.emr;

import dev.fruits.core.cluster.ClusterPlanner;
import dev.fruits.core.spi.ClusterProvider;
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
}
