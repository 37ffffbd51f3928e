package dev.fruits.core.spi;

import dev.fruits.core.cluster.ClusterPlanner;
import dev.fruits.core.cluster.ClusterRuns;
import dev.fruits.core.store.StoreSettings;
import java.time.Duration;
import java.util.Map;

/** Offers clusters of one cloud. */
public interface ClusterProvider {
    /** As the command line calls it: {@code emr}. */
    String name();

    /**
     * What plans clusters; opens nothing.
     *
     * @param environment variables of this process, which may say where files lie
     */
    ClusterPlanner planner(Map<String, String> environment);

    /**
     * What launches, follows and ends runs; asks nobody yet.
     *
     * @param store how the object store is reached; its region is that of the clusters, null for the surroundings'
     * @param serverless whether runs share the cloud's machines instead of having a cluster each
     * @param poll time between two looks at a run that is followed, at least a second
     * @throws dev.fruits.core.WrongUseException if no region is known
     */
    ClusterRuns runs(StoreSettings store, boolean serverless, Duration poll);
}
