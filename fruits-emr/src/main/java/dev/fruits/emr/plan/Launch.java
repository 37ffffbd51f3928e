package dev.fruits.emr.plan;

import dev.fruits.core.image.Location;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is to be launched.
 *
 * @param spec the cluster, and what it runs
 * @param files of this machine, by the place that each is brought to; the jar is one of them
 * @param pipeline text of the pipeline file, in which every place is one that the cluster reaches
 * @param overwrites whether results of this run that are whole are replaced
 */
public record Launch(ClusterSpec spec, Map<Location, Path> files, String pipeline, boolean overwrites) {
    public Launch {
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    }
}
