package dev.fruits.core.spi;

import dev.fruits.core.cluster.ClusterPlanner;
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
}
