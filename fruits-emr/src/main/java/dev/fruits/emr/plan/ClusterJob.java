package dev.fruits.emr.plan;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.image.Location;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a cluster runs, and every location that it reads or writes.
 *
 * @param folder prefix of jar, model, pipeline file and logs
 * @param jar the program
 * @param options of {@code fruits run} after the pipeline file
 */
public record ClusterJob(
        Location folder,
        Location jar,
        Location pipeline,
        Location logs,
        Location images,
        Location results,
        List<String> options) {
    private static final Set<String> SCHEMES = Set.of("s3", "s3a");
    private static final String CREDENTIALS = "set AWS_PROFILE here, and give the machines a role";

    /** @throws WrongUseException if a file of the job is not in S3, or a location holds credentials */
    public ClusterJob {
        requireNoCredentials("folder", folder);
        requireNoCredentials("images", images);
        requireNoCredentials("out", results);
        List.of(folder, jar, pipeline, logs).forEach(ClusterJob::requireOnStore);
        options = List.copyOf(options);
    }

    /** The usual names below {@code folder}, without options. */
    public static ClusterJob below(Location folder, String jarName, Location images, Location results) {
        return new ClusterJob(
                folder,
                folder.resolve(jarName),
                folder.resolve("pipeline.yaml"),
                folder.resolve("logs"),
                images,
                results,
                List.of());
    }

    /** The same job with more words after the pipeline file. */
    public ClusterJob withOption(String... words) {
        List<String> more = Stream.concat(options.stream(), Stream.of(words)).toList();
        return new ClusterJob(folder, jar, pipeline, logs, images, results, more);
    }

    /** The locations of the run's data, by the option that names each. */
    public Map<String, Location> places() {
        Map<String, Location> places = new LinkedHashMap<>();
        places.put("folder", folder);
        places.put("logs", logs);
        places.put("images", images);
        places.put("out", results);
        return places;
    }

    /** Refuses credentials in a location, which requests, scripts and logs of the cluster would show. */
    static void requireNoCredentials(String option, Location place) {
        place.requireNoCredentials(option, CREDENTIALS);
    }

    /** Whether a cluster reaches this place. */
    public static boolean isOnStore(Location place) {
        return place.scheme().filter(SCHEMES::contains).isPresent();
    }

    private static void requireOnStore(Location place) {
        if (!isOnStore(place)) {
            throw new WrongUseException(place + ": a cluster cannot reach it; give s3://BUCKET/PREFIX");
        }
    }
}
