package dev.fruits.emr.plan;

import dev.fruits.core.image.Location;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request to launch a run.
 *
 * @param files of this machine, by the location that each is uploaded to; the jar is one of them
 * @param pipeline text of the pipeline file, whose locations the cluster reaches
 * @param overwrites whether complete results of this run are replaced
 */
public record Launch(ClusterSpec spec, Map<Location, Path> files, String pipeline, boolean overwrites) {
    public Launch {
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    }
}
